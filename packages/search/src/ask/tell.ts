import type { ServiceCard } from '@mingchuang/content';

import type { SearchResult } from '../engine/protocol.ts';
import { charactersOf, heldBy, part, type Units } from './cover.ts';
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
  /** Facts of a service, and which lines of each. */
  facts: { want: Wanted; lines: number[] }[];
  /** Questions of its guide that are near, the nearest first. */
  asked?: number[];
  /** Paragraphs of a text, from one to before another. */
  passage?: [from: number, to: number];
}

/** What a page says to a question. */
export interface Told {
  facts: { want: Wanted; lines: string[] }[];
  /** Running text, paragraph by paragraph. */
  lines: string[];
  /** Questions of a guide, each with its answer. */
  asked: { question: string; lines: string[] }[];
  /** Where on the page it stands. */
  anchor?: string;
}

/** So many questions of a guide are told at most, from so much nearness on; and so many lines where no fact is asked for. */
const MOST_ASKED = 2;
const NEAR = 0.35;
const MOST_FACTS = 3;
/** How much an answer counts beside its question, and the question beside what was asked. */
const OF_ANSWER = 0.6;
const OF_QUESTION = 0.7;
/** A paragraph with fewer characters is told with the next. */
const SHORT = 40;
const BEGINNING: [from: number, to: number] = [0, 1];
/** Longer answers are read at their source. */
const MOST_LINES = 8;
const FACTS: readonly Wanted[] = ['conditions', 'materials', 'steps', 'fee', 'time', 'place', 'online'];
/** Where on the page of a service a fact stands. */
const ANCHORS: Partial<Record<Wanted, string>> = { place: 'where', phone: 'where', materials: 'bring', conditions: 'can', steps: 'do' };

/** Names a page is known by. */
export const namesOf = ({ title, card }: SearchResult): string[] => [title.join(''), ...(card?.names ?? [])];

/** Chooses what of a page answers; nothing where no part of it does, unless its names hold all of the question. */
export function choose(result: SearchResult, asked: Asked): Choice | undefined {
  const names = namesOf(result).join('\n');
  const gainOf = gainBeside(names, asked);
  if (result.card?.kind === 'service') return chooseOfService(result.card, asked, gainOf);
  if (result.card) return { facts: [] };
  const isAllNamed = charactersOf(asked.whole).every((character) => names.includes(character));
  const passage = passageOf(paragraphsOf(result.text ?? ''), gainOf) ?? (isAllNamed ? BEGINNING : undefined);
  return passage && { facts: [], passage };
}

/** How much of a question a text holds that the names of its page do not say yet: by characters and by pieces, 0 to 2. */
function gainBeside(names: string, { whole, units, weights, rarity }: Asked): (text: string) => number {
  const isNamed = heldBy(units, names);
  const left = charactersOf(whole).filter((character) => !names.includes(character));
  const [characters, pieces] = [left.map(rarity), weights.map((weight, at) => (isNamed[at] ? 0 : weight))];
  return (text) => {
    const held = heldBy(units, text);
    return part(characters, (at) => text.includes(left[at]!)) + part(pieces, (at) => held[at]!);
  };
}

function chooseOfService(card: ServiceCard, { whole, wanted, rarity }: Asked, gainOf: (text: string) => number): Choice {
  const typed = charactersOf(whole);
  const nearness = (card.asked ?? []).map(([question, answer]) => {
    const own = charactersOf(question);
    return gainOf(question) + OF_ANSWER * gainOf(answer) + OF_QUESTION * part(own.map(rarity), (at) => typed.includes(own[at]!));
  });
  const near = nearness.map((_, at) => at).filter((at) => nearness[at]! > NEAR).sort((a, b) => nearness[b]! - nearness[a]!).slice(0, MOST_ASKED);
  const asked = near.length > 0 && { asked: near };
  const told = wanted.filter((want) => linesOf(card, want).length > 0);
  if (told.length) return { ...asked, facts: told.map((want) => wholly(card, want)) };
  const lines = FACTS.flatMap((want) => linesOf(card, want).map((line, at) => ({ want, at, gain: gainOf(line) }))).filter(({ gain }) => gain > 0);
  const best = lines.sort((a, b) => b.gain - a.gain).slice(0, MOST_FACTS);
  if (!best.length && !asked) return { facts: [wholly(card, 'steps')] };
  return { ...asked, facts: FACTS.flatMap((want) => factOf(want, best.filter((line) => line.want === want).map(({ at }) => at))) };
}

const wholly = (card: ServiceCard, want: Wanted) => ({ want, lines: linesOf(card, want).map((_, at) => at) });
const factOf = (want: Wanted, lines: number[]) => (lines.length ? [{ want, lines: lines.sort((a, b) => a - b) }] : []);

/** Tells what was chosen of a page. */
export function tell({ card, text = '', summary }: SearchResult, { facts, asked, passage }: Choice): Told {
  if (card?.kind === 'question') return { facts: [], asked: [], lines: card.answer.split('\n').slice(0, MOST_LINES) };
  if (card?.kind !== 'service') return { facts: [], asked: [], lines: [...new Set([summary, ...paragraphsOf(text).slice(...passage!)])].filter(Boolean) };
  const own = (asked ?? []).map((at) => card.asked![at]!);
  const first = facts[0]?.want;
  const anchor = first ? ANCHORS[first] : own.length && 'asked';
  return {
    facts: facts.map(({ want, lines }) => ({ want, lines: lines.map((at) => linesOf(card, want)[at]!) })).filter(({ lines }) => lines.length > 0),
    lines: [summary].filter(Boolean),
    asked: own.map(([question, answer]) => ({ question, lines: answer.split('\n') })),
    ...(anchor && { anchor }),
  };
}

/** All of it as one text. */
export const textOf = ({ facts, lines, asked }: Omit<Told, 'anchor'>): string => [...lines, ...asked.flatMap((one) => [one.question, ...one.lines]), ...facts.flatMap((fact) => fact.lines)].join('\n');

function linesOf(card: ServiceCard, want: Wanted): readonly string[] {
  switch (want) {
    case 'place':
      return (card.places ?? []).map(({ name, address, hours, phone }) => [name, address, hours, phone].filter(Boolean).join('，'));
    case 'phone':
      return [...new Set([card.phone, ...(card.places ?? []).map(({ phone }) => phone)])].filter((phone): phone is string => Boolean(phone));
    case 'materials':
    case 'conditions':
    case 'steps':
      return card[want] ?? [];
    case 'online':
      return card.ways ? [card.ways] : [];
    default:
      return (card[want] ?? '').split('\n').filter(Boolean);
  }
}

const paragraphsOf = (text: string): string[] => text.split('\n').filter(Boolean);

/** The paragraph that holds most of the question, with the next one when it is short; nothing when none holds any of it. */
function passageOf(paragraphs: readonly string[], gainOf: (text: string) => number): [from: number, to: number] | undefined {
  let best: [from: number, to: number] | undefined;
  let most = 0;
  paragraphs.forEach((paragraph, at) => {
    const place: [number, number] = [at, at + (paragraph.length < SHORT ? 2 : 1)];
    const gain = gainOf(paragraphs.slice(...place).join('\n'));
    if (gain <= most) return;
    most = gain;
    best = place;
  });
  return best;
}
