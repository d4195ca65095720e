import { isHan, normalise, placesOf, runs } from '../tokens.ts';

/** Pieces of text at fixed distances: a single run, or a document number of several. */
export interface Unit {
  links: { run: string; offset: number }[];
  /** Places from the first character to behind the last one. */
  places: number;
}

/** What was typed, understood. */
export interface Query {
  /** All must be there for a document to hold "exactly what was typed". */
  units: Unit[];
  /** Everything typed, in order and without gaps: rewarded, not demanded. */
  phrase: Unit | undefined;
  /** Characters typed that count. */
  length: number;
  /** The runs of all units. */
  runs: string[];
}

/** What asks, around what is asked for. */
export const QUESTION = /^(?:请问|如何|怎么样?|怎样|什么是|哪里|在哪里?)+|(?:是什么|怎么办理?|怎么弄|有哪些|是多少|吗|呢)$/g;
const YEAR = /^(?:19|20)\d\d$/;
const NUMBER = /^\d{1,4}$/;

/**
 * Reads a query as typed, then, when it is a question, without the words that ask, then with its document numbers taken
 * apart. The first reading that finds something is what the visitor meant.
 */
export function readQuery(typed: string): { asked: Query; unasked: Query | undefined; loose: Query | undefined } {
  const all = runs(typed);
  const text = normalise(typed).replace(/[\s?？。!！]+$/, '');
  const bare = text.replace(QUESTION, '');
  const bareRuns = runs(bare);
  const asked = understand(all, true);
  return {
    asked,
    unasked: bare !== text && bareRuns.some(says) ? understand(bareRuns, true) : undefined,
    loose: asked.units.some(({ links }) => links.length > 1) ? understand(all, false) : undefined,
  };
}

/** One Han character alone says little and is found everywhere. */
const says = (run: string): boolean => !isHan(run) || [...run].length > 1;

function understand(all: readonly string[], numbers: boolean): Query {
  const useful = all.some(says) ? says : () => true;
  const units = new Map<string, Unit>();
  const phrase: Unit = { links: [], places: 0 };

  for (let at = 0; at < all.length; at++) {
    const run = all[at] as string;
    const size = numbers ? documentNumberAt(all, at) : 0;
    const unit = unitOf(all.slice(at, at + Math.max(1, size)), useful);
    if (unit.links.length) units.set(unit.links.map((link) => link.run).join(' '), unit);
    for (const link of unit.links) phrase.links.push({ run: link.run, offset: link.offset + phrase.places });
    phrase.places += size ? unit.places : placesOf(run);
    if (size) at += size - 1;
  }
  const parts = [...units.values()];
  return {
    units: parts,
    phrase: phrase.links.length && phrase.links[0]?.offset === 0 ? phrase : undefined,
    length: parts.reduce((sum, { links }) => sum + links.reduce((chars, { run }) => chars + run.length, 0), 0),
    runs: [...new Set(parts.flatMap(({ links }) => links.map(({ run }) => run)))],
  };
}

function unitOf(sequence: readonly string[], useful: (run: string) => boolean): Unit {
  const unit: Unit = { links: [], places: 0 };
  for (const run of sequence) {
    if (useful(run)) unit.links.push({ run, offset: unit.places });
    unit.places += placesOf(run);
  }
  const first = unit.links[0]?.offset ?? 0;
  return { links: unit.links.map(({ run, offset }) => ({ run, offset: offset - first })), places: unit.places - first };
}

/** Length of the document number (发文字号) that begins at a run: agency, year, number, and 号 if typed; 0 for none. */
function documentNumberAt(all: readonly string[], at: number): number {
  const agency = isHan(all[at] as string) ? 1 : 0;
  const [year = '', number = '', sign = ''] = all.slice(at + agency, at + agency + 3);
  if (!YEAR.test(year) || !NUMBER.test(number)) return 0;
  const signed = sign.startsWith('号');
  if (!agency && !signed) return 0;
  return agency + 2 + (sign === '号' ? 1 : 0);
}
