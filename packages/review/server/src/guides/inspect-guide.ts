import type { Guide, GuideFinding, Rule } from './guide.ts';
import { comingRules } from './rules/coming.ts';
import { materialRules } from './rules/materials.ts';
import { moneyRules } from './rules/money.ts';
import { peopleRules } from './rules/people.ts';
import { processRules } from './rules/process.ts';
import { timeRules } from './rules/time.ts';

/** Every rule a service guide is held to, in the order of the guide. */
export const GUIDE_RULES: readonly Rule[] = [...timeRules, ...materialRules, ...processRules, ...moneyRules, ...comingRules, ...peopleRules];

/** Holds a guide to every rule; contradictions come first. */
export function inspectGuide(guide: Guide): GuideFinding[] {
  const findings = GUIDE_RULES.flatMap(({ id, clause, field, weight, remedy, check }) =>
    check(guide).map((message) => ({ rule: id, clause, field, weight, message, remedy })),
  );
  return findings.sort((a, b) => Number(b.weight === 'contradiction') - Number(a.weight === 'contradiction'));
}

/** What keeps a guide from being published. */
export const contradictionsIn = (guide: Guide): GuideFinding[] =>
  inspectGuide(guide).filter(({ weight }) => weight === 'contradiction');
