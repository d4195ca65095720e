import type { Budget } from '@mingchuang/content';

type Section = Budget['lines'][number]['section'];

/** The sum of a section, in 万元; last year's only when every line of it says it. */
export function sumOf(lines: Budget['lines'], section: Section): { amount: number; lastYear: number | undefined } {
  const own = lines.filter((line) => line.section === section);
  const add = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);
  const before = own.map(({ lastYear }) => lastYear).filter((value) => value !== undefined);
  return {
    amount: add(own.map(({ amount }) => amount)),
    lastYear: before.length > 0 && before.length === own.length ? add(before) : undefined,
  };
}
