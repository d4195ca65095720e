import type { AgencyCard, ServiceCard } from '@mingchuang/content';

import type { SearchResult } from '../engine/protocol.ts';
import { charactersOf, heldBy, part, type Units } from './cover.ts';
import { expectedBy } from './expected.ts';
import { factsOf } from './facts.ts';
import { folded } from './folded.ts';
import { paragraphsOf, passagesOf } from './passages.ts';
import type { Rarity } from './rarity.ts';
import type { Understood, Wanted } from './understand.ts';

/** A question as pages are compared with it. */
export interface Asked extends Understood {
  units: Units;
  /** How much each unit says. */
  weights: readonly number[];
  rarity: Rarity;
}

/** Which parts of a page answer a question, by their numbers: they are told in the characters the page is shown in. */
export interface Choice {
  /** Facts of a service or an agency, and which lines of each. */
  facts: ChosenFact[];
  /** Questions of its guide that are near, the nearest first. */
  asked?: number[];
  /** Paragraphs of a text. */
  paragraphs?: number[];
}

interface ChosenFact {
  want: Wanted;
  lines: number[];
}

/** How much of a question a text holds beside what is said already, from 0 to 2. */
type Gain = (text: string) => number;

/** So many questions of a guide are told at most, from so much nearness on. */
const MOST_ASKED = 2;
const NEAR = 0.35;
/** How much an answer counts beside its question, and the question beside what was asked. */
const OF_ANSWER = 0.6;
const OF_QUESTION = 0.7;
/** So many lines are told where no fact is asked for; beside a fact that is, one, from so much gain on. */
const MOST_LINES = 3;
const BESIDE = 0.3;
/** How much it counts that a line holds the kind of words that was asked for. */
const MET = 0.5;
const OF_SERVICE: readonly Wanted[] = ['conditions', 'materials', 'steps', 'fee', 'time', 'place', 'online'];
const OF_AGENCY: readonly Wanted[] = ['phone', 'place', 'hours'];

/** Names a page is known by. */
export const namesOf = ({ title, card }: SearchResult): string[] => [title.join(''), ...(card?.names ?? [])];

/** Chooses what of a page answers; nothing for an agency of which something else is asked. */
export function choose(result: SearchResult, asked: Asked): Choice | undefined {
  const names = namesOf(result).join('\n');
  switch (result.card?.kind) {
    case 'service':
      return chooseOfService(result.card, asked, names);
    case 'agency':
      return chooseOfAgency(result.card, asked, names);
    case 'question':
      return { facts: [] };
    default:
      return { facts: [], paragraphs: passagesOf(paragraphsOf(result.text ?? ''), (said) => gainBeside(`${names}\n${said}`, asked), expectedBy(asked.whole)) };
  }
}

/** By characters and by pieces. */
function gainBeside(said: string, { whole, units, weights, rarity }: Asked): Gain {
  const isSaid = heldBy(units, said);
  const isIn = folded(said);
  const left = charactersOf(whole).filter((character) => !isIn.includes(character));
  const [characters, pieces] = [left.map(rarity), weights.map((weight, at) => (isSaid[at] ? 0 : weight))];
  return (text) => {
    const held = heldBy(units, text);
    const own = folded(text);
    return part(characters, (at) => own.includes(left[at]!)) + part(pieces, (at) => held[at]!);
  };
}

/** What is wanted of it, or all where its name is all that was asked. */
function chooseOfAgency(card: AgencyCard, { whole, wanted }: Asked, names: string): Choice | undefined {
  const named = folded(names);
  const isNamed = charactersOf(whole).every((character) => named.includes(character));
  const facts = (wanted.length || !isNamed ? wanted : OF_AGENCY).filter((want) => factsOf(card, want).length > 0).map((want) => wholly(card, want));
  return facts.length ? { facts } : undefined;
}

/** The facts that are wanted, and what else of its guide is near; how it is done where nothing is. */
function chooseOfService(card: ServiceCard, asked: Asked, names: string): Choice {
  const near = questionsNear(card, asked, gainBeside(names, asked));
  // What goes on inside an office is rarely what is meant by "how".
  const told = asked.wanted.filter((want) => want !== 'steps' && factsOf(card, want).length > 0).map((want) => wholly(card, want));
  // The words that ask for a fact say nothing more once it is told.
  const more = linesNear(card, told, gainBeside(names, told.length ? { ...asked, whole: asked.core } : asked), expectedBy(asked.whole));
  const facts = [...told, ...more];
  return { facts: facts.length || near.length ? facts : [wholly(card, 'steps')], ...(near.length > 0 && { asked: near }) };
}

function questionsNear({ asked = [] }: ServiceCard, { whole, rarity }: Asked, gainOf: Gain): number[] {
  const typed = charactersOf(whole);
  const expected = expectedBy(whole);
  return asked
    .map(([question, answer], at) => {
      const own = charactersOf(question);
      const nearness = gainOf(question) + OF_ANSWER * gainOf(answer) + OF_QUESTION * part(own.map(rarity), (character) => typed.includes(own[character]!));
      return { at, nearness, value: nearness + (expected?.test(answer) ? MET : 0) };
    })
    .filter(({ nearness }) => nearness > NEAR)
    .sort((a, b) => b.value - a.value)
    .slice(0, MOST_ASKED)
    .map(({ at }) => at);
}

function linesNear(card: ServiceCard, told: readonly ChosenFact[], gainOf: Gain, expected: RegExp | undefined): ChosenFact[] {
  const others = OF_SERVICE.filter((want) => !told.some((fact) => fact.want === want));
  const best = others
    .flatMap((want) => factsOf(card, want).map((line, at) => ({ want, at, gain: gainOf(line), bonus: expected?.test(line) ? MET : 0 })))
    .filter(({ gain, bonus }) => (told.length ? gain > BESIDE : gain + bonus > 0))
    .sort((a, b) => b.gain + b.bonus - a.gain - a.bonus)
    .slice(0, told.length ? 1 : MOST_LINES);
  return others
    .map((want) => ({ want, lines: best.filter((line) => line.want === want).map(({ at }) => at).sort((a, b) => a - b) }))
    .filter(({ lines }) => lines.length > 0);
}

const wholly = (card: ServiceCard | AgencyCard, want: Wanted): ChosenFact => ({ want, lines: factsOf(card, want).map((_, at) => at) });
