/** What can be suggested: a short list of one site, in one language, that a search box loads when it is first used. */
export interface SuggestionList {
  /** Address of the search page in this language. */
  search: string;
  /** What is suggested: services, questions, columns, agencies, and words that are often searched. */
  kinds: { label: string; items: SuggestionItem[] }[];
  /** How the characters of the names are read, without tones: `gong公工 ju居局`. A character may be read in several ways. */
  readings: string;
  words: SuggestWords;
}

/** A name, the address it leads to (empty for what is to be searched), and other names it is known by. */
export type SuggestionItem = [name: string, url: string, ...others: string[]];

/** What the search box says. Places in texts: count {count}. */
export interface SuggestWords {
  /** Name of the list. */
  label: string;
  count: string;
  /** Before another name that was typed. */
  also: string;
  voice: VoiceWords;
}

/** What is said while somebody speaks instead of typing. */
export interface VoiceWords {
  /** Before the first time: where the sound goes. */
  notice: string;
  begin: string;
  stop: string;
  listening: string;
  /** By `error` of the browser's event; `failed` for any other. */
  errors: Record<string, string> & { failed: string };
}

/** Writes the readings of every Han character of some texts. */
export function writeReadings(texts: readonly string[], read: (text: string) => readonly (readonly [character: string, reading: string])[]): string {
  const byReading = new Map<string, Set<string>>();
  for (const text of texts)
    for (const [character, reading] of read(text)) {
      const plain = withoutTone(reading);
      if (plain) byReading.set(plain, (byReading.get(plain) ?? new Set()).add(character));
    }
  return [...byReading]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([reading, characters]) => reading + [...characters].join(''))
    .join(' ');
}

/** `lǜ` is typed `lv`, and so are the others with two dots. */
const withoutTone = (reading: string): string =>
  reading
    .normalize('NFD')
    .replace(/u\u0308/g, 'v')
    .replace(/[^a-z]/g, '');

/** Reads what `writeReadings` wrote. */
export function parseReadings(readings: string): Map<string, string[]> {
  const byCharacter = new Map<string, string[]>();
  for (const [, reading = '', characters = ''] of readings.matchAll(/([a-z]+)([^a-z ]+)/g))
    for (const character of characters) byCharacter.set(character, [...(byCharacter.get(character) ?? []), reading]);
  return byCharacter;
}
