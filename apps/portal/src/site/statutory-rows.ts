import type { CatalogueRow } from '../templates/props/disclosure.ts';
import type { Question } from './building.ts';
import { cardOf, digestOf } from './cards.ts';
import type { Catalogue } from './catalogue.ts';
import type { DocumentEntry } from './document-types.ts';
import { createListMaker } from './kept-lists.ts';
import type { PageInputs } from './page.ts';
import { classOf, disclosureOf } from './statutory-classes.ts';

/** The day a document was made, YYYY-MM-DD; empty when nothing says it. */
export const madeOn = (entry: DocumentEntry) => disclosureOf(entry)?.madeOn ?? entry.data.publishedOn ?? '';

interface KeptRow {
  agency: string;
  row: CatalogueRow;
  digest: string;
}
/** Entries are immutable: a row is made once for each and the name of its agency. */
const kept = new WeakMap<DocumentEntry, KeptRow>();

function rowOf(entry: DocumentEntry, { today, titles }: RowContext): KeptRow {
  const agency = titles.get(entry.data.agency.documentId) ?? '';
  let found = kept.get(entry);
  if (found?.agency !== agency) {
    const { card } = cardOf(entry as Parameters<typeof cardOf>[0], today) as {
      card: { title: string; summary?: string };
    };
    const { indexNumber, summary } = disclosureOf(entry) ?? {};
    const row = {
      path: entry.data.path!,
      title: card.title,
      indexNumber: indexNumber ?? '',
      summary: summary ?? card.summary ?? '',
      madeOn: madeOn(entry),
      agency,
      category: classOf(entry),
    };
    found = { agency, row, digest: digestOf(JSON.stringify(row)) };
    kept.set(entry, found);
  }
  return found;
}

/** What rows show beside their documents: the day and the titles of agencies. */
interface RowContext {
  stamp: string;
  today: string;
  titles: ReadonlyMap<string, string>;
}
const contexts = new WeakMap<Catalogue['site'], RowContext>();

/** The same object while nothing in it has changed. */
const rowContext: Question = ({ catalogue: { today, snapshot, site } }): RowContext => {
  const titles = new Map(snapshot.all('agency').filter(({ locale }) => locale === site.locale).map(({ documentId, data }) => [documentId, data.title]));
  const stamp = digestOf(JSON.stringify([today, ...titles]));
  const known = contexts.get(site);
  if (known?.stamp === stamp) return known;
  const context = { stamp, today, titles };
  contexts.set(site, context);
  return context;
};

const makeRows = createListMaker((entry, context: RowContext) => {
  const { row, digest } = rowOf(entry as DocumentEntry, context);
  return { value: row, digest };
});

/** What the catalogue says of documents, in their order. */
export function takeRows(use: PageInputs, entries: readonly DocumentEntry[]): CatalogueRow[] {
  const { values, digest } = makeRows(entries, use.ask(rowContext) as RowContext);
  return use.known('rows', values, `${values.length}#${digest}`);
}
