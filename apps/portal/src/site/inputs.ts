import type { AnyEntry, EntryOf, TypeName } from '@mingchuang/content';

import { cardOf, digestOf, type CardOf, type CardType } from './cards.ts';
import { createListMaker } from './kept-lists.ts';
import { scanEntry } from './scan-entry.ts';

/** Where the documents that a body links to are now; `undefined` when they are not published. */
export type EntryLinks = ReadonlyMap<string, string | undefined>;

const makeCards = createListMaker((entry, { stamp: today }: { stamp: string }) => {
  const { card, digest } = cardOf(entry as never, today);
  return { value: card as object, digest };
});

/**
 * Collects what a page is made of while handing it out.
 *
 * A page's props may be built only from what came out of here: whole documents, cards, lists, facts. Each handing out
 * writes its digest into the page's inputs, so a page can forget nothing.
 */
export abstract class Inputs {
  readonly list: string[] = [];
  readonly #today: string;
  readonly #links = new Map<string, string | undefined>();

  constructor(today: string) {
    this.#today = today;
  }

  /** The published entry with that identity. */
  abstract find(type: TypeName, id: string): AnyEntry | undefined;

  /** Targets of the `entry:` links in the documents handed out whole. */
  get links(): EntryLinks {
    return this.#links;
  }

  /** A document shown whole, with the addresses its body links to. */
  whole<T extends TypeName>(entry: EntryOf<T>): EntryOf<T> {
    this.list.push(`${entry.type}:${entry.documentId}:${entry.locale}@${entry.version}`);
    for (const key of scanEntry(entry as unknown as AnyEntry).entryLinks) {
      if (this.#links.has(key)) continue;
      const [type = '', id = ''] = key.split('/');
      const path = pathOf(this.find(type as TypeName, id));
      this.#links.set(key, path);
      this.list.push(`link:${key}=${path ?? ''}`);
    }
    return entry;
  }

  /** What may be shown of one document that has its own page. */
  card<T extends CardType>(entry: EntryOf<T>): CardOf<T> {
    const { card, digest } = cardOf(entry, this.#today);
    this.list.push(`card:${entry.type}/${entry.documentId}#${digest}`);
    return card;
  }

  /** The card of a referenced document, when there is one and it is published. */
  cardIf<T extends CardType>(entry: EntryOf<T> | undefined): CardOf<T> | undefined {
    return entry && this.card(entry);
  }

  /** Cards in a row; one digest stands for all of them and their order. */
  cards<T extends CardType>(entries: readonly EntryOf<T>[]): CardOf<T>[] {
    const { values, digest } = makeCards(entries as readonly unknown[] as AnyEntry[], { stamp: this.#today });
    this.list.push(`list:${values.length}#${digest}`);
    return values as CardOf<T>[];
  }

  /** A value worked out from the snapshot: a count, a neighbour's address, a state on this day. */
  fact<V>(name: string, value: V): V {
    const text = JSON.stringify(value) ?? '';
    this.list.push(`${name}=${text.length > 60 ? digestOf(text) : text}`);
    return value;
  }

  /** A value whose digest is already known. */
  known<V>(name: string, value: V, digest: string): V {
    this.list.push(`${name}#${digest}`);
    return value;
  }
}

/** Address of a document of any type; `undefined` for types without a page. */
export function pathOf(entry: AnyEntry | undefined): string | undefined {
  return entry && 'path' in entry.data ? (entry.data.path as string | undefined) : undefined;
}
