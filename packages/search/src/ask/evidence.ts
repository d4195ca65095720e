import type { SearchResult } from '../engine/protocol.ts';
import { namesOf, type Asked, type Choice } from './choose.ts';
import { charactersOf, heldBy, matterOf, part, sumOf } from './cover.ts';
import { expectedBy } from './expected.ts';
import { tell, textOf, type Told } from './tell.ts';

/** What speaks for a page: shares and likenesses from 0 to 1, amounts as logarithms. */
export interface Evidence {
  /** How much of a name of the page is in the question, by characters. */
  name: number;
  /** How much of what the question is about is in a name that is nearly all in the question, by characters. */
  named: number;
  /** How much the title and what the question is about have in common, by characters. */
  title: number;
  /** The longer a title, the less of it a question can hold. */
  titleSize: number;
  /** How much of what the question is about is in its names and in what is told, by characters. */
  about: number;
  /** How much of what no name says is in one sentence that is told, by pieces; it must hold what such an answer must. */
  sentence: number;
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
}

/** From so much of it on a name is in a question. */
const NAMED = 0.8;

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
export function evidenceOf({ result, choice, rank, unheld }: Candidate, asked: Asked): Evidence {
  const { whole, core, units, weights, rarity } = asked;
  const told = tell(result, choice);
  const names = [...namesOf(result), told.asked[0]?.question ?? ''].filter(Boolean);
  const said = `${result.title.join('')}\n${textOf(told)}`;
  const meant = new Set([...charactersOf(whole), ...units.flatMap(({ others }) => others.flatMap(charactersOf))]);
  const share = (characters: readonly string[], held: ReadonlySet<string>) => part(characters.map(rarity), (at) => held.has(characters[at]!));
  const inQuestion = names.map((name) => share(charactersOf(name), meant));
  const onPage = heldBy(units, `${wordsOf(result)}\n${names.join('\n')}`);
  return {
    name: Math.max(...inQuestion),
    named: Math.max(0, ...names.filter((_, at) => inQuestion[at]! > NAMED).map((name) => share(matterOf(core), new Set(charactersOf(name))))),
    title: inCommon(matterOf(result.title.join('')), matterOf(core), share),
    titleSize: Math.log1p(result.title.join('').length),
    about: share(charactersOf(core), new Set(charactersOf(`${names.join('\n')}\n${said}`))),
    sentence: inOneSentence(told, names.join('\n'), asked),
    page: part(weights, (at) => onPage[at]!),
    unheld,
    size: Math.log1p(units.length),
    rank: 1 / (1 + rank),
    unmet: Number(expectedBy(whole)?.test(said) === false),
  };
}

/** How much of what no name says the best sentence has. */
function inOneSentence(told: Omit<Told, 'anchor'>, names: string, { whole, units, weights }: Asked): number {
  const expected = expectedBy(whole);
  const isNamed = heldBy(units, names);
  const left = weights.map((weight, at) => (isNamed[at] ? 0 : weight));
  const sentences = sentencesOf(told).filter((sentence) => expected?.test(sentence) !== false);
  if (!sumOf(left)) return Number(sentences.length > 0);
  return Math.max(0, ...sentences.map((sentence) => heldBy(units, sentence)).map((held) => part(left, (at) => held[at]!)));
}

/** What is told, sentence by sentence; those of an answer with its question. */
function sentencesOf({ facts, lines, asked }: Omit<Told, 'anchor'>): string[] {
  const cut = (line: string) => line.split(/[。；！？]/u);
  return [...[...lines, ...facts.flatMap((fact) => fact.lines)].flatMap(cut), ...asked.flatMap((one) => one.lines.flatMap(cut).map((sentence) => `${one.question} ${sentence}`))];
}

/** How much of both texts the other holds: the harmonic mean. */
function inCommon(a: readonly string[], b: readonly string[], share: (characters: readonly string[], held: ReadonlySet<string>) => number): number {
  const [ofA, ofB] = [share(a, new Set(b)), share(b, new Set(a))];
  return ofA + ofB && (2 * ofA * ofB) / (ofA + ofB);
}
