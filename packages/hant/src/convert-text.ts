import { Converter } from 'opencc-js';

let convert: ((text: string) => string) | undefined;

/**
 * Writes Simplified text in Traditional characters, word by word: 头发 頭髮, but 发现 發現. Characters follow the Hong
 * Kong standard and words stay those of the mainland, so a text keeps its length and an official term its name. The
 * dictionary takes about half a second to read, the first time.
 */
export function convertText(text: string): string {
  convert ??= Converter({ from: 'cn', to: 'hk' });
  return convert(text);
}
