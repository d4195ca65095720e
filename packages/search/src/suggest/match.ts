/** Where in a name what was typed stands. */
export interface Match {
  from: number;
  to: number;
  /** Some of it was typed as it is read. */
  read: boolean;
}

const HAN = /[\u3007\u3400-\u9fff]/;
const LETTER = /[a-z]/;
/** What a name has between its words, and what input methods put between syllables. */
const BETWEEN = /[^\p{L}\p{N}]/u;
/** Beginnings of syllables that people type for a character. */
const INITIAL = /^(?:[zcs]h|[a-z])/;

/** Brings what was typed to one form. Input methods write `gong'ji` while a word is not chosen yet. */
export function plainTyped(typed: string): string {
  const plain = typed
    .normalize('NFKC')
    .toLowerCase()
    .replace(/([a-z])['’\s]+(?=[a-z])/g, '$1')
    .trim();
  return /[\p{L}\p{N}]/u.test(plain) ? plain : '';
}

/**
 * Finds what was typed in a name: characters as they are, and letters as a character is read, whole or by its beginning
 * (`gongjijin`, `gjj`, `公积j`). One letter alone must begin the name, or it would be found everywhere.
 */
export function matchName(name: string, typed: string, readings: ReadonlyMap<string, readonly string[]>): Match | undefined {
  const characters = [...name.normalize('NFKC').toLowerCase()];
  const last = typed.length === 1 && LETTER.test(typed) ? 0 : characters.length - 1;
  for (let from = 0; from <= last; from++) {
    if (BETWEEN.test(characters[from]!)) continue;
    const found = follow(characters, from, typed, 0, readings);
    if (found) return { from, ...found };
  }
  return undefined;
}

function follow(
  characters: readonly string[],
  at: number,
  typed: string,
  place: number,
  readings: ReadonlyMap<string, readonly string[]>,
): { to: number; read: boolean } | undefined {
  if (place >= typed.length) return { to: at, read: false };
  const character = characters[at];
  if (character === undefined) return undefined;
  if (typed.startsWith(character, place)) {
    const found = follow(characters, at + 1, typed, place + character.length, readings);
    if (found) return found;
  }
  if (BETWEEN.test(character)) return follow(characters, at + 1, typed, place, readings);
  if (BETWEEN.test(typed.charAt(place))) return follow(characters, at, typed, place + 1, readings);
  if (!HAN.test(character)) return undefined;
  for (const reading of readings.get(character) ?? [])
    for (const length of takes(reading, typed, place)) {
      const found = follow(characters, at + 1, typed, place + length, readings);
      if (found) return { ...found, read: true };
    }
  return undefined;
}

/** How many letters of what was typed a character can stand for: its reading, the rest of what was typed, its beginning. */
function takes(reading: string, typed: string, place: number): number[] {
  const rest = typed.slice(place);
  const lengths = new Set<number>();
  if (rest.startsWith(reading)) lengths.add(reading.length);
  if (reading.startsWith(rest)) lengths.add(rest.length);
  const [initial = ''] = INITIAL.exec(reading) ?? [];
  for (const beginning of [initial, initial.charAt(0)]) if (beginning && rest.startsWith(beginning)) lengths.add(beginning.length);
  return [...lengths];
}
