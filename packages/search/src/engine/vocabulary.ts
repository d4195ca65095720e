import type { Vocabulary } from '../format.ts';
import { SIMILAR_SHAPES } from '../sounds/similar-shapes.ts';
import { SOUNDS } from '../sounds/sounds.ts';

/** Words by which mistyped queries are mended, the most telling first. */
export interface Words {
  has(word: string): boolean;
  /** Place among all: the smaller the more telling. */
  placeOf(word: string): number;
  /** The most telling word that is written so in Latin letters: whole sounds, or their first letters. */
  byLetters(letters: string): string | undefined;
  byInitials(letters: string): string | undefined;
  /** Words that sound the same, tones and 平翘舌、前后鼻音 aside. */
  alike(word: string): readonly string[];
  /** Words one character away: another one, one too many, one missing, two exchanged; short ones by a similar look only. */
  near(word: string): readonly string[];
  /** Whether two characters sound, or look, alike. */
  sound(a: string, b: string): boolean;
  look(a: string, b: string): boolean;
}

/** Readings of a word that are tried, where characters have several. */
const MOST_READINGS = 8;

/** Opens the words of several shards, and words that are typed but stand in no name. */
export function openWords(vocabularies: readonly Vocabulary[], terms: readonly string[]): Words {
  const sounds = readSounds();
  const shapes = new Map<string, Set<string>>();
  for (const group of SIMILAR_SHAPES.split(' ')) for (const one of group) shapes.set(one, new Set([...(shapes.get(one) ?? []), ...group]));
  const places = new Map<string, number>();
  for (const { words } of vocabularies) for (const word of words.split(' ')) if (word && !places.has(word)) places.set(word, places.size);
  for (const term of terms) if (!places.has(term)) places.set(term, places.size);

  const readings = (word: string) => readingsOf(word, sounds);
  const [letters, initials, alike, near] = [new Map<string, string>(), new Map<string, string>(), new Map<string, string[]>(), new Map<string, string[]>()];
  for (const word of places.keys()) {
    for (const reading of readings(word)) {
      keepFirst(letters, reading.join(''), word);
      keepFirst(initials, reading.map((sound) => sound[0]).join(''), word);
    }
    for (const key of roughKeys(readings(word))) append(alike, key, word);
    if ([...word].length > 2) for (const rest of withoutOne(word)) append(near, rest, word);
  }

  return {
    has: (word) => places.has(word),
    placeOf: (word) => places.get(word) ?? Infinity,
    byLetters: (typed) => letters.get(typed),
    byInitials: (typed) => initials.get(typed),
    alike: (word) => [...new Set(roughKeys(readings(word)).flatMap((key) => alike.get(key) ?? []))],
    near(word) {
      const found = [word, ...withoutOne(word)].flatMap((rest) => [...(near.get(rest) ?? []), ...(places.has(rest) ? [rest] : [])]);
      const looking = [...word].flatMap((character, at) => [...(shapes.get(character) ?? [])].map((other) => word.slice(0, at) + other + word.slice(at + 1)));
      return [...new Set([...found, ...looking.filter((other) => places.has(other))])].filter((other) => isNear(word, other));
    },
    sound: (a, b) => roughKeys(readings(a)).some((key) => roughKeys(readings(b)).includes(key)),
    look: (a, b) => shapes.get(a)?.has(b) ?? false,
  };
}

function readSounds(): Map<string, string[]> {
  const sounds = new Map<string, string[]>();
  for (const entry of SOUNDS.split(' ')) {
    const sound = entry.replace(/[^a-z]+/, '');
    for (const character of entry.slice(sound.length)) append(sounds, character, sound);
  }
  return sounds;
}

function readingsOf(word: string, sounds: ReadonlyMap<string, string[]>): string[][] {
  let readings: string[][] = [[]];
  for (const character of word) {
    const own = sounds.get(character);
    if (!own) return [];
    readings = readings.flatMap((reading) => own.map((sound) => [...reading, sound])).slice(0, MOST_READINGS);
  }
  return readings;
}

/** What is often not told apart in speech, and so not in typing. */
const rough = (sound: string): string => sound.replace(/^([zcs])h/, '$1').replace(/([aei])ng$/, '$1n');
const roughKeys = (readings: readonly string[][]): string[] => [...new Set(readings.map((reading) => reading.map(rough).join(' ')))];

/** A word with each of its characters left out in turn. */
function withoutOne(word: string): string[] {
  const characters = [...word];
  return characters.map((_, out) => characters.filter((__, at) => at !== out).join(''));
}

function isNear(a: string, b: string): boolean {
  if (a === b) return false;
  const [one, other] = [[...a], [...b]];
  if (one.length !== other.length) return Math.abs(one.length - other.length) === 1;
  const different = one.flatMap((character, at) => (character === other[at] ? [] : [at]));
  const [first = 0, second = 0] = different;
  return different.length === 1 || (different.length === 2 && second === first + 1 && one[first] === other[second] && one[second] === other[first]);
}

function keepFirst(map: Map<string, string>, key: string, value: string): void {
  if (!map.has(key)) map.set(key, value);
}

function append(map: Map<string, string[]>, key: string, value: string): void {
  const known = map.get(key);
  if (known) known.push(value);
  else map.set(key, [value]);
}
