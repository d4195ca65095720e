import DICT2 from 'pinyin-pro/dist/esm/data/dict2.mjs';
import DICT3 from 'pinyin-pro/dist/esm/data/dict3.mjs';

/** The library's words of two and three characters that are not read as their characters are alone. */
export function wordsOf(read: (character: string) => string): [word: string, read: string][] {
  const words = { ...DICT2, ...DICT3 };
  const ofCharacters = (word: string) => [...word].map((character) => read(character)).join(' ');
  return Object.entries(words).filter(([word, reading]) => reading !== ofCharacters(word));
}
