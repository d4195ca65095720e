import { Converter } from 'opencc-js';
import { pinyin } from 'pinyin-pro';

import { CORRECTIONS } from './corrections.ts';
import { wordsOf } from './library-words.ts';

const toTraditional = Converter({ from: 'cn', to: 'hk' });

export interface Table {
  readings: string;
  words: string;
}

/**
 * Makes the table the browser loads for pinyin from the library pinyin-pro: the reading of each character of GB 2312 and
 * its 繁體, and the words of two or three characters in which one is read otherwise. About a third of the library's weight.
 */
export function buildTable(): Table {
  const characters = [...simplifiedCharacters()];
  const readings = readingsOf(new Set([...characters, ...characters.flatMap((character) => [...toTraditional(character)])]));
  const words = new Map([...wordsOf((character) => readings.get(character) ?? pinyin(character)), ...CORRECTIONS]);
  for (const [word, read] of words) if (!words.has(toTraditional(word))) words.set(toTraditional(word), read);
  return { readings: groupByReading(readings), words: listWords(words, readings) };
}

/** The 6,763 characters of GB 2312-1980, rows 16 to 87. */
function* simplifiedCharacters(): Generator<string> {
  const decoder = new TextDecoder('gb18030');
  for (let row = 0xb0; row <= 0xf7; row++)
    for (let cell = 0xa1; cell <= 0xfe; cell++) {
      const character = decoder.decode(new Uint8Array([row, cell]));
      if (/^\p{Script=Han}$/u.test(character)) yield character;
    }
}

function readingsOf(characters: ReadonlySet<string>): Map<string, string> {
  const single = new Map(CORRECTIONS.filter(([word]) => [...word].length === 1));
  return new Map([...characters].map((character) => [character, single.get(character) ?? pinyin(character)]));
}

const inOrder = (a: string, b: string) => (a < b ? -1 : 1);

function groupByReading(readings: ReadonlyMap<string, string>): string {
  const groups = new Map<string, string[]>();
  for (const [character, reading] of readings) groups.set(reading, [...(groups.get(reading) ?? []), character]);
  return [...groups].sort(([a], [b]) => inOrder(a, b)).map(([reading, characters]) => reading + characters.sort().join('')).join('');
}

/** Each word with its readings, those left out that the characters have anyway; words without another reading are left out. */
function listWords(words: ReadonlyMap<string, string>, readings: ReadonlyMap<string, string>): string {
  return [...words]
    .sort(([a], [b]) => inOrder(a, b))
    .flatMap(([word, read]) => {
      const characters = [...word];
      if (characters.length === 1 || characters.some((character) => !readings.has(character))) return [];
      const others = read.split(' ').map((reading, at) => (reading === readings.get(characters[at]!) ? '' : reading));
      return others.some(Boolean) ? [word + others.join(',').replace(/(?<=.),+$/, '') + ' '] : [];
    })
    .join('');
}
