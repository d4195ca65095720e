import { END, isHan, normalise, placesOf, runs } from '../tokens.ts';
import type { Rules } from './rules.ts';

/** Pieces of text at fixed distances: a single run, or a document number of several. */
export interface Unit {
  links: { run: string; offset: number }[];
  /** Places from the first character to behind the last one. */
  places: number;
  /** How much it says beside how rare it is; 1 when not given. */
  weight?: number;
  /** Other ways to say it. */
  also?: readonly Unit[];
}

/** What was typed, understood. */
export interface Query {
  /** All must be there for a document to hold "exactly what was typed". */
  units: Unit[];
  /** Everything typed, in order and without gaps: rewarded, not demanded. */
  phrase: Unit | undefined;
  /** What a name is that is exactly what was typed: lone characters and the ends of words included. */
  whole: Unit;
  /** Characters typed that count. */
  length: number;
  /** The runs of all units. */
  runs: string[];
}

/** What was typed, in every way it may be meant. */
export interface Readings {
  asked: Query;
  /** Without the question around it. */
  unasked: Query | undefined;
  /** With its document numbers taken apart. */
  loose: Query | undefined;
  /** In other words. */
  others: Query[];
}

/** More ways to say one thing are not tried. */
const MOST_WAYS = 8;

/** What asks, around what is asked for. */
export const QUESTION =
  /^(?:请问|如何|怎么样?|怎样|什么是|哪里|在哪里?|我?想要?|我要)+|(?:是什么|怎么[办弄领交开取查补转]理?|怎么(?:申请|申领|缴费|报销)|有哪些|是?要?多少钱?|[要需]+(?:什么|哪些)(?:材料|手续)?|在哪里?|吗|呢)+$/g;
const YEAR = /^(?:19|20)\d\d$/;
const NUMBER = /^\d{1,4}$/;

/**
 * Reads a query as typed, then, when it is a question, without the words that ask, then with its document numbers taken
 * apart. The first reading that finds something is what the visitor meant.
 */
export function readQuery(typed: string, rules: Rules): Readings {
  const all = runs(typed);
  const text = normalise(typed).replace(/[\s?？。!！]+$/, '');
  const bare = text.replace(QUESTION, '');
  const bareRuns = runs(bare);
  const asked = understand(all, true);
  return {
    asked,
    unasked: bare !== text && bareRuns.some(says) ? understand(bareRuns, true) : undefined,
    loose: asked.units.some(({ links }) => links.length > 1) ? understand(all, false) : undefined,
    others: otherWays(bareRuns.some(says) ? bareRuns : all, rules).map((other) => understand(other, true)),
  };
}

/** The query with its terms said in other ways, one or several at a time. */
function otherWays(all: readonly string[], rules: Rules): string[][] {
  let ways: string[][] = [[]];
  for (const run of all) {
    const said = waysToSay(run, rules);
    ways = ways.flatMap((way) => said.map((one) => [...way, ...one])).slice(0, MOST_WAYS + 1);
  }
  const typed = all.join(' ');
  return ways.filter((way) => way.join(' ') !== typed).slice(0, MOST_WAYS);
}

function waysToSay(run: string, rules: Rules): string[][] {
  let ways = [''];
  let at = 0;
  for (const { from, to, term } of rules.termsIn(run)) {
    const before = run.slice(at, from);
    // What holds the longer way to say it holds the term itself.
    const said = [term, ...rules.alternatives(term).filter((other) => !other.includes(term))];
    ways = ways.flatMap((way) => said.map((one) => way + before + one)).slice(0, MOST_WAYS + 1);
    at = to;
  }
  return ways.map((way) => runs(way + run.slice(at)));
}

/** One Han character alone says little and is found everywhere. */
const says = (run: string): boolean => !isHan(run) || [...run].length > 1;

function understand(all: readonly string[], numbers: boolean): Query {
  const useful = all.some(says) ? says : () => true;
  const units = new Map<string, Unit>();
  const whole: Unit = { links: [], places: 0 };
  const said: Unit['links'] = [];

  for (let at = 0; at < all.length; at++) {
    const run = all[at] as string;
    const size = numbers ? documentNumberAt(all, at) : 0;
    const unit = unitOf(all.slice(at, at + Math.max(1, size)), useful);
    if (unit.links.length) units.set(unit.links.map((link) => link.run).join(' '), unit);
    const links = unit.links.map((link) => ({ run: link.run, offset: link.offset + whole.places }));
    said.push(...links);
    whole.links.push(...(size ? links : [{ run: ended(run), offset: whole.places }]));
    whole.places += size ? unit.places : placesOf(run);
    if (size) at += size - 1;
  }
  const parts = [...units.values()];
  return {
    units: parts,
    phrase: said.length ? fromFirst({ links: said, places: whole.places }) : undefined,
    whole,
    length: parts.reduce((sum, { links }) => sum + links.reduce((chars, { run }) => chars + run.length, 0), 0),
    runs: [...new Set(parts.flatMap(({ links }) => links.map(({ run }) => run)))],
  };
}

/** A run as it stands where it ends: a lone character begins longer ones too, as do words. Of others the pairs after them tell. */
const ended = (run: string): string => (isHan(run) && says(run) ? run : run + END);

/** Everything of a name, in order. */
export const phraseOf = (all: readonly string[]): Unit => unitOf(all, () => true);

function unitOf(sequence: readonly string[], useful: (run: string) => boolean): Unit {
  const unit: Unit = { links: [], places: 0 };
  for (const run of sequence) {
    if (useful(run)) unit.links.push({ run, offset: unit.places });
    unit.places += placesOf(run);
  }
  return fromFirst(unit);
}

function fromFirst({ links, places }: Unit): Unit {
  const first = links[0]?.offset ?? 0;
  return { links: links.map(({ run, offset }) => ({ run, offset: offset - first })), places: places - first };
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
