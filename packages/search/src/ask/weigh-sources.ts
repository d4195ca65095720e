import type { Rules } from '../engine/rules.ts';
import type { SearchResult } from '../engine/protocol.ts';
import { alikeness, heldBy, shareIn, unitsOf, type Units } from './cover.ts';
import type { Understood, Wanted } from './understand.ts';

/** One way to answer: with a fact of a service, a question it answers itself, a published answer, or a passage. */
export interface Option {
  result: SearchResult;
  kind: 'fact' | 'asked' | 'question' | 'passage';
  /** For `asked` which question of the guide. */
  at?: number;
  /** For `passage` its paragraphs, from one to before another. */
  passage?: [from: number, to: number];
  /** How sure it is that this is about what was asked, 0 to 1. */
  sure: number;
  /** What options are ordered by: how sure it is, and how fit its kind is to answer. */
  score: number;
}

/** What decides which source answers, and whether any does. */
export const SURE = {
  /** Below this the answer is "不知道". */
  least: 0.55,
  /** A piece that stands only in the text and not in a name counts this much. */
  inText: 0.45,
  /** How much of it is likeness to the way a question is asked. */
  likeness: 0.3,
  /** What was written as an answer to a question is preferred, and a service that says exactly what is asked for. */
  question: 0.1,
  asked: 0.06,
  fact: 0.12,
  /** A published answer to a special case, where the question is of the thing as such. */
  special: -0.15,
  /** Pieces at most of a question that is of a thing as such. */
  ofThing: 5,
  /** Passages of documents that were not written to answer. */
  passage: 0.8,
  letter: 0.7,
  /** Pieces a question must have to be answered by a passage, and what is left of its score when a fact is asked for. */
  fewest: 3,
  unasked: 0.8,
  /** A question of a guide that is not like the one asked, or has nothing of the guide's name in it, may be about anything. */
  strange: 0.65,
} as const;

/** Weighs every way to answer, the best first. */
export function weighSources(question: Understood, results: readonly SearchResult[], rules: Rules): Option[] {
  const units = unitsOf(question.core, rules);
  const share = sharer(units, weightsOf(units, results));
  // 公租房怎么申请 is asked of the service as such, and not of a special case that has its name in it.
  const isOfThing = question.wanted.length > 0 && units.length <= SURE.ofThing && results.some((result) => result.card?.kind === 'service' && share(namesOf(result).join('\n'), '') > 0.95);
  return results.flatMap((result) => optionsOf({ result, question, units, share, isOfThing })).sort((a, b) => b.score - a.score);
}

interface Weighing {
  result: SearchResult;
  question: Understood;
  units: Units;
  share: (names: string, text: string) => number;
  isOfThing: boolean;
}

/** A piece that stands in many names says less. */
function weightsOf(units: Units, results: readonly SearchResult[]): number[] {
  const held = results.map((result) => heldBy(units, namesOf(result).join('\n')));
  return units.map(({ weight }, at) => weight / (1 + held.filter((one) => one[at]).length / 6));
}

const namesOf = ({ title, card }: SearchResult): string[] => [title.join(''), ...(card?.names ?? [])];

function optionsOf(weighing: Weighing): Option[] {
  const { result, question, units, share, isOfThing } = weighing;
  const { card, text = '', title } = result;
  if (card?.kind === 'service') return serviceOptions(weighing, card);
  if (card?.kind === 'question') {
    const likeness = Math.max(...namesOf(result).map((name) => alikeness(question.whole, name)));
    const all = namesOf(result).join('\n');
    const cover = Math.max(...namesOf(result).map((name) => share(name, `${all}\n${card.answer}`)));
    const sure = mix(cover, likeness);
    return [{ result, kind: 'question', sure, score: sure + (isOfThing && likeness < 0.75 ? SURE.special : SURE.question) }];
  }
  const place = passageOf(text, units);
  // A passage says something of a word; whether it answers what is asked of it, only more words can tell.
  if (!place || units.length < SURE.fewest) return [];
  const passage = paragraphsOf(text).slice(...place).join('\n');
  const sure = 0.5 * (share(title.join(''), passage) + share(passage, '')) * (result.kind === 'letter' ? SURE.letter : SURE.passage) * (question.wanted.length ? SURE.unasked : 1);
  return [{ result, kind: 'passage', passage: place, sure, score: sure }];
}

type Service = Extract<NonNullable<SearchResult['card']>, { kind: 'service' }>;

function serviceOptions({ result, question, units, share }: Weighing, card: Service): Option[] {
  const names = namesOf(result);
  const all = names.join('\n');
  const likeness = Math.max(...names.map((name) => alikeness(question.core, name)));
  const isSaid = question.wanted.some((want) => has(card, want));
  const sure = mix(share(all, isSaid ? '' : (result.text ?? '')), likeness);
  const residue = withoutNames(question.whole, units, all);
  const asked = (card.asked ?? []).map(([own, answer], at): Option => {
    const like = Math.max(alikeness(residue, own), alikeness(question.whole, own), residue.length > 3 ? 0.8 * shareIn(residue, own) : 0);
    const isStrange = like < 0.2 || (share(all, '') < 0.15 && like < 0.5);
    const sureOfPair = mix(share(`${all}\n${own}`, answer), like) * (isStrange ? SURE.strange : 1);
    return { result, kind: 'asked', at, sure: sureOfPair, score: sureOfPair + SURE.asked };
  });
  return [{ result, kind: 'fact', sure, score: sure + (isSaid && !question.wanted.includes('steps') ? SURE.fact : 0) }, ...asked];
}

const mix = (cover: number, likeness: number): number => (1 - SURE.likeness) * cover + SURE.likeness * likeness;

/** How much of the question a text holds: its names count whole, the rest of it in part. */
const sharer =
  (units: Units, weights: readonly number[]) =>
  (names: string, text: string): number => {
    const inNames = heldBy(units, names);
    const inText = heldBy(units, text);
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    return total ? weights.reduce((sum, weight, at) => sum + weight * (inNames[at] ? 1 : inText[at] ? SURE.inText : 0), 0) / total : 0;
  };

/** What is asked of a thing once its name is taken away: of 失业金能领几个月 it is 能领几个月. */
function withoutNames(whole: string, units: Units, names: string): string {
  const held = heldBy(units, names);
  return units.reduce((rest, { text }, at) => (held[at] ? blank(rest, whole.indexOf(text), text.length) : rest), whole).replaceAll(' ', '');
}

const blank = (text: string, from: number, length: number): string => (from < 0 ? text : text.slice(0, from) + ' '.repeat(length) + text.slice(from + length));

/** Whether a service says what is wanted. */
export const has = (card: Service, want: Wanted): boolean =>
  ({ phone: card.phone, place: card.places?.length, materials: card.materials?.length, fee: card.fee, time: card.time, visits: card.visits, conditions: card.conditions?.length, online: card.ways, steps: card.steps?.length })[want] !== undefined;

export const paragraphsOf = (text: string): string[] => text.split('\n').filter(Boolean);

/** The paragraph that holds most of the question, with the next one when it is short; nothing when none holds any of it. */
function passageOf(text: string, units: Units): [from: number, to: number] | undefined {
  const paragraphs = paragraphsOf(text);
  let best: [from: number, to: number] | undefined;
  let most = 0;
  paragraphs.forEach((paragraph, at) => {
    const place: [number, number] = [at, at + (paragraph.length < 40 ? 2 : 1)];
    const held = heldBy(units, paragraphs.slice(...place).join('\n')).filter(Boolean).length;
    if (held > most) {
      most = held;
      best = place;
    }
  });
  return best;
}
