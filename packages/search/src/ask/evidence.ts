import type { SearchResult } from '../engine/protocol.ts';
import { namesOf, type Asked, type Choice } from './choose.ts';
import { alikeness, charactersOf, heldBy, matterOf, part, sumOf } from './cover.ts';
import { expectedBy } from './expected.ts';
import { tell, textOf } from './tell.ts';

/** What speaks for a page: shares and likenesses from 0 to 1, amounts as logarithms. */
export interface Evidence {
  /** How much of a name of the page is in the question, by characters. */
  name: number;
  /** How much the title and what the question is about have in common, by characters. */
  title: number;
  /** The longer a title, the less of it a question can hold. */
  titleSize: number;
  /** Likeness of the question to a name. */
  likeness: number;
  /** How much of what the question is about is in its names and in what is told, by characters. */
  about: number;
  /** How much of what the question is about is on the page, by pieces. */
  page: number;
  /** How much of what the question is about is on no page that was found. */
  unheld: number;
  /** The more there is to be found, the less of it is: pieces of the question. */
  size: number;
  /** 1 for what the engine found first, ½ for the next … */
  rank: number;
  /** 1 where what is told lacks what such an answer must hold. */
  unmet: number;
  /** 1 for a fact that was asked for. */
  fact: number;
}

interface Candidate {
  result: SearchResult;
  choice: Choice;
  /** Place among what was found, from 0. */
  rank: number;
  unheld: number;
}

/** How much of what a question is about is on none of the pages. */
export function unheldBy(results: readonly SearchResult[], { units, weights }: Asked): number {
  const held = heldBy(units, results.map(wordsOf).join('\n'));
  return Math.log1p(sumOf(weights.filter((_, at) => !held[at])));
}

const wordsOf = (result: SearchResult): string => [...namesOf(result), result.text ?? ''].join('\n');

/** What speaks for a page. */
export function evidenceOf({ result, choice, rank, unheld }: Candidate, { whole, core, wanted, units, weights, rarity }: Asked): Evidence {
  const told = tell(result, choice);
  const own = told.asked[0]?.question ?? '';
  const names = [...namesOf(result), own].filter(Boolean);
  const said = `${result.title.join('')}\n${textOf(told)}`;
  const meant = new Set([...charactersOf(whole), ...units.flatMap(({ others }) => others.flatMap(charactersOf))]);
  const share = (characters: readonly string[], held: ReadonlySet<string>) => part(characters.map(rarity), (at) => held.has(characters[at]!));
  const onPage = heldBy(units, `${wordsOf(result)}\n${own}`);
  return {
    name: Math.max(...names.map((one) => share(charactersOf(one), meant))),
    title: inCommon(matterOf(result.title.join('')), matterOf(core), share),
    titleSize: Math.log1p(result.title.join('').length),
    likeness: Math.max(...namesOf(result).map((one) => alikeness(whole, one))),
    about: share(charactersOf(core), new Set(charactersOf(`${names.join('\n')}\n${said}`))),
    page: part(weights, (at) => onPage[at]!),
    unheld,
    size: Math.log1p(units.length),
    rank: 1 / (1 + rank),
    unmet: Number(expectedBy(whole)?.test(said) === false),
    fact: Number(told.facts.some(({ want }) => wanted.includes(want))),
  };
}

/** How much of both texts the other holds: the harmonic mean. */
function inCommon(a: readonly string[], b: readonly string[], share: (characters: readonly string[], held: ReadonlySet<string>) => number): number {
  const [ofA, ofB] = [share(a, new Set(b)), share(b, new Set(a))];
  return ofA + ofB && (2 * ofA * ofB) / (ofA + ofB);
}
