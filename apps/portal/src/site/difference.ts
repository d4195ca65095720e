/** What a list lost and gained since the last time. What changed its place may be in both: take out first, then put in. */
export interface Difference<T> {
  gone: readonly T[];
  fresh: readonly T[];
}

/** Compares two lists of objects by identity. Nothing of them is read, and one change in a long list costs next to nothing. */
export function differenceOf<T>(before: readonly T[], after: readonly T[]): Difference<T> {
  const gone: T[] = [];
  const fresh: T[] = [];
  let [old, now] = [0, 0];
  if (before === after) return { gone, fresh };
  while (old < before.length && now < after.length) {
    const [was, is] = [before[old]!, after[now]!];
    if (was === is) {
      old++;
      now++;
    } else if (before[old + 1] === after[now + 1]) {
      gone.push(was);
      fresh.push(is);
      old++;
      now++;
    } else if (before[old + 1] === is) gone.push(before[old++]!);
    else if (was === after[now + 1]) fresh.push(after[now++]!);
    else break;
  }
  // Where more changed than one at a time, the rest is compared as sets.
  const [restBefore, restAfter] = [new Set(before.slice(old)), new Set(after.slice(now))];
  for (const item of restBefore) if (!restAfter.has(item)) gone.push(item);
  for (const item of restAfter) if (!restBefore.has(item)) fresh.push(item);
  return { gone, fresh };
}

/** Filters a list each time it has changed, and looks only at what is new in it. What comes out has no particular order. */
export function createFilter<T>(isIn: (item: T) => boolean): (list: readonly T[]) => readonly T[] {
  let before: readonly T[] = [];
  let found: readonly T[] = [];
  return (list) => {
    const { gone, fresh } = differenceOf(before, list);
    before = list;
    const [out, added] = [new Set(gone.filter(isIn)), fresh.filter(isIn)];
    if (out.size + added.length > 0) found = [...found.filter((item) => !out.has(item)), ...added];
    return found;
  };
}
