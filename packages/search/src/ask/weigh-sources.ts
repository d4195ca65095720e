import type { Rules } from '../engine/rules.ts';
import type { SearchResult } from '../engine/protocol.ts';
import type { SuggestionList } from '../suggest/list.ts';
import { alikeness, charactersOf, heldBy, part, shareIn, unitsOf } from './cover.ts';
import { rarityIn } from './rarity.ts';
import { choose, namesOf, tell, textOf, type Asked, type Choice } from './tell.ts';
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
  /** Below this the answer is "不知道". */
  least: 0.6,
  none: -12.73,
  /** How much of a name of the page is in the question, by characters; and how much they say, as a logarithm. */
  name: 3.4,
  nameSize: 2.63,
  /** How much of the question is in its names and in what is told, by characters. */
  told: 3.49,
  /** Likeness of the question to a name. */
  likeness: 5.36,
  /** How much of the question is in a question of its guide. */
  guide: 0.51,
  /** How much of the question is on the page, by pieces. */
  page: 3.67,
  /** The more there is to be found, the less of it is: pieces of the question, as a logarithm. */
  length: 1.39,
  /** What was answered to one person may not hold for another. */
  letter: -4.52,
} as const;

/** What speaks for a page, from 0 to 1 or as `SURE` says. */
export type Evidence = Record<Exclude<keyof typeof SURE, 'least' | 'none'>, number>;

/** Reads a question for comparing pages with it. */
export function readAsked(question: Understood, rules: Rules, list: SuggestionList): Asked {
  const units = unitsOf(question.core, rules);
  const rarity = rarityIn(list);
  return { ...question, units, weights: units.map(({ text, weight }) => weight * rarity(text)), rarity };
}

/** Weighs every page that may answer, the best first. */
export function weighSources(question: Understood, results: readonly SearchResult[], rules: Rules, list: SuggestionList): Option[] {
  const asked = readAsked(question, rules, list);
  const options = results.flatMap((result) => {
    const choice = choose(result, asked);
    if (!choice) return [];
    const evidence = Object.entries(evidenceOf(result, choice, asked)) as [keyof Evidence, number][];
    return [{ result, choice, odds: Math.exp(evidence.reduce((sum, [name, value]) => sum + SURE[name] * value, SURE.none as number)) }];
  });
  const all = options.reduce((sum, { odds }) => sum + odds, 1);
  return options.map(({ result, choice, odds }) => ({ result, choice, sure: odds / all })).sort((a, b) => b.sure - a.sure);
}

/** What speaks for a page. */
export function evidenceOf(result: SearchResult, choice: Choice, { whole, units, weights, rarity }: Asked): Evidence {
  const own = result.card?.kind === 'service' && choice.asked ? result.card.asked![choice.asked[0]!]![0] : '';
  const names = [...namesOf(result), own].filter(Boolean);
  const allNames = names.join('\n');
  const said = new Set(charactersOf(`${allNames}\n${textOf(tell(result, choice))}`));
  const typed = charactersOf(whole);
  const meant = new Set([...typed, ...units.flatMap(({ others }) => others.flatMap(charactersOf))]);
  const share = (characters: readonly string[], held: ReadonlySet<string>) => part(characters.map(rarity), (at) => held.has(characters[at]!));
  const [name, nameSize] = names
    .map((one) => charactersOf(one))
    .map((own) => [share(own, meant), own.reduce((sum, character) => sum + (meant.has(character) ? rarity(character) : 0), 0)] as const)
    .reduce((best, one) => (one[0] > best[0] ? one : best));
  const onPage = heldBy(units, `${allNames}\n${result.text ?? ''}`);
  return {
    name,
    nameSize: Math.log(1 + nameSize),
    told: share(typed, said),
    likeness: Math.max(...namesOf(result).map((name) => alikeness(whole, name))),
    guide: own ? shareIn(whole, own) : 0,
    page: part(weights, (at) => onPage[at]!),
    length: Math.log(1 + units.length),
    letter: Number(result.kind === 'letter'),
  };
}
