import type { ServiceCard } from '@mingchuang/content';

import type { SearchResult } from '../engine/protocol.ts';
import type { Choice } from './choose.ts';
import { factsOf } from './facts.ts';
import { paragraphsOf } from './passages.ts';
import type { Wanted } from './understand.ts';

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

/** Longer answers are read at their source. */
const MOST_LINES = 8;
/** Where on the page of a service a fact stands. */
const ANCHORS: Partial<Record<Wanted, string>> = { place: 'where', hours: 'where', phone: 'where', materials: 'bring', conditions: 'can', steps: 'do' };

/** Tells what was chosen of a page. */
export function tell({ card, text = '', summary }: SearchResult, { facts, asked, paragraphs = [] }: Choice): Told {
  if (card?.kind === 'question') return { facts: [], asked: [], lines: paragraphsOf(card.answer).slice(0, MOST_LINES) };
  if (!card) {
    const all = paragraphsOf(text);
    return { facts: [], asked: [], lines: [...new Set([summary, ...paragraphs.map((at) => all[at]!)])].filter(Boolean) };
  }
  const own = (asked ?? []).map((at) => (card as ServiceCard).asked![at]!);
  const first = facts[0]?.want;
  const anchor = first ? ANCHORS[first] : own.length && 'asked';
  return {
    facts: facts.map(({ want, lines }) => ({ want, lines: lines.map((at) => factsOf(card, want)[at]!) })).filter(({ lines }) => lines.length > 0),
    lines: [summary].filter(Boolean),
    asked: own.map(([question, answer]) => ({ question, lines: answer.split('\n') })),
    ...(anchor && { anchor }),
  };
}

/** All of it as one text. */
export const textOf = ({ facts, lines, asked }: Omit<Told, 'anchor'>): string => [...lines, ...asked.flatMap((one) => [one.question, ...one.lines]), ...facts.flatMap((fact) => fact.lines)].join('\n');
