import { READINGS, WORDS } from './generated/pinyin-table.ts';

/** A character and how it is read; anything else has no reading. */
export type Read = [character: string, reading: string];

const LONGEST_WORD = 4;

const readings = new Map<string, string>();
for (const [, reading = '', characters = ''] of READINGS.matchAll(/([^\p{Script=Han}]+)(\p{Script=Han}+)/gu))
  for (const character of characters) readings.set(character, reading);

/** Words in which a character is not read as it is alone: 银行, 还款, 重新. */
const words = new Map<string, string[]>();
for (const [, word = '', rest = ''] of WORDS.matchAll(/(\p{Script=Han}+)([^\p{Script=Han}]+)/gu)) words.set(word, rest.trim().split(','));

/** Reads a text: the longest word that is known goes first. */
export function readPinyin(text: string): Read[] {
  const characters = [...text];
  const read: Read[] = [];
  while (read.length < characters.length) {
    const at = read.length;
    const length = lengthOfWord(characters, at);
    const special = words.get(characters.slice(at, at + length).join('')) ?? [];
    for (let place = 0; place < length; place++) {
      const character = characters[at + place]!;
      read.push([character, special[place] || (readings.get(character) ?? '')]);
    }
  }
  return read;
}

function lengthOfWord(characters: readonly string[], at: number): number {
  for (let length = LONGEST_WORD; length > 1; length--)
    if (words.has(characters.slice(at, at + length).join(''))) return length;
  return 1;
}
