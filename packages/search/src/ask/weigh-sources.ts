import type { Rules } from '../engine/rules.ts';
import type { SearchResult } from '../engine/protocol.ts';
import type { SuggestionList } from '../suggest/list.ts';
import { unitsOf } from './cover.ts';
import { evidenceOf, unheldBy, type Evidence } from './evidence.ts';
import { rarityIn } from './rarity.ts';
import { choose, type Asked, type Choice } from './choose.ts';
import type { Understood } from './understand.ts';

/** A page that may answer, and what of it. */
export interface Option {
  result: SearchResult;
  choice: Choice;
  /** How sure it is that this answers, 0 to 1; all options together leave the rest to there being no answer. */
  sure: number;
}

/**
 * How sure an answer is: a sum of what speaks for it, against that of all others and of none (a conditional logit).
 * Fitted to judged questions by `scripts/judged/fit-answers.ts`, which prints these numbers.
 */
export const SURE = {
  /** From this on it is the answer; from the other on it is offered as likely one; below that the answer is "不知道". */
  least: 0.6,
  likely: 0.25,
  none: -15.52,
  name: 2.57,
  named: 1.89,
  title: 4.74,
  titleSize: 0.86,
  about: 5.73,
  sentence: 1.74,
  page: 1.36,
  unheld: 0.96,
  size: 1.74,
  rank: 1.79,
  unmet: -2.43,
} as const;

/** Reads a question for comparing pages with it. */
export function readAsked(question: Understood, rules: Rules, list: SuggestionList): Asked {
  const units = unitsOf(question.core, rules);
  const rarity = rarityIn(list);
  return { ...question, units, weights: units.map(({ text, weight }) => weight * rarity(text)), rarity };
}

/** What each page found would answer, and what speaks for it. */
export function optionsFor(asked: Asked, results: readonly SearchResult[]): { result: SearchResult; choice: Choice; evidence: Evidence }[] {
  const unheld = unheldBy(results, asked);
  return results.flatMap((result, rank) => {
    const choice = choose(result, asked);
    return choice ? [{ result, choice, evidence: evidenceOf({ result, choice, rank, unheld }, asked) }] : [];
  });
}

/** Weighs every page that may answer, the best first. */
export function weighSources(question: Understood, results: readonly SearchResult[], rules: Rules, list: SuggestionList): Option[] {
  const options = optionsFor(readAsked(question, rules, list), results).map(({ evidence, ...option }) => {
    const sum = (Object.entries(evidence) as [keyof Evidence, number][]).reduce((all, [name, value]) => all + SURE[name] * value, SURE.none as number);
    return { ...option, odds: Math.exp(sum) };
  });
  const all = options.reduce((sum, { odds }) => sum + odds, 1);
  return options.map(({ result, choice, odds }) => ({ result, choice, sure: odds / all })).sort((a, b) => b.sure - a.sure);
}
