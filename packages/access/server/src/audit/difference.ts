import { keepable } from './keepable.ts';

/** State of something, by field. */
export type State = Record<string, unknown>;

/** How much of a long text is shown before the place where it changed, characters. */
const CONTEXT = 40;

const asJson = (value: unknown) => JSON.stringify(value instanceof Date ? value.toISOString() : (value ?? null));

/** What is kept of two states: the fields that differ, and of long texts the place where they do. */
export function differenceOf(before: State, after: State): { before: State; after: State } {
  const kept: { before: State; after: State } = { before: {}, after: {} };
  for (const name of new Set([...Object.keys(before), ...Object.keys(after)])) {
    const [was, is] = [before[name] ?? null, after[name] ?? null];
    if (asJson(was) === asJson(is)) continue;
    const [from, to] = typeof was === 'string' && typeof is === 'string' ? fromWhereTheyDiffer(was, is) : [was, is];
    kept.before[name] = from;
    kept.after[name] = to;
  }
  return { before: keepable(kept.before) as State, after: keepable(kept.after) as State };
}

function fromWhereTheyDiffer(was: string, is: string): [string, string] {
  let start = 0;
  while (start < was.length && was[start] === is[start]) start++;
  const from = start - CONTEXT;
  return from <= CONTEXT ? [was, is] : [`…${was.slice(from)}`, `…${is.slice(from)}`];
}
