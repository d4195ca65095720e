import type { EntryOf } from '@mingchuang/content';

import { t } from '../strings/index.ts';
import type { AnyCard, Section } from '../templates/props.ts';
import { highlightsFor } from './audiences.ts';
import type { CardType } from './cards.ts';
import type { ColumnNode } from './catalogue.ts';
import type { DocumentEntry } from './document-types.ts';
import type { Building, PageInputs } from './page.ts';

/** Documents of each column on a landing page. */
const SECTION = 5;

/** Cards of documents of any type, in their order. */
export function takeCards(use: PageInputs, entries: readonly DocumentEntry[]): AnyCard[] {
  return use.cards(entries as unknown as EntryOf<CardType>[]) as AnyCard[];
}

/** What a landing page shows of a column below it. */
export function takeSection({ catalogue }: Building, use: PageInputs, node: ColumnNode, limit = SECTION): Section {
  const { title, kind, description, audience } = node.entry.data;
  const head = use.fact('section', { title, path: node.path, description });
  if (kind === 'letters') return { ...head, cards: use.cards(catalogue.letters.slice(0, limit)) };
  if (kind === 'agencies') return { ...head, cards: use.cards(catalogue.agencies.slice(0, limit)) };
  if (kind === 'audience') return { ...head, more: t('audience.enter', { title }), cards: takeCards(use, highlightsFor(catalogue, audience, limit)) };
  return { ...head, cards: takeCards(use, node.newest.slice(0, limit)) };
}
