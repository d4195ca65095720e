import { createHash } from 'node:crypto';

import { publicationTime, type AnyEntry, type EntryOf, type PolicyDocument, type TypeName } from '@mingchuang/content';

/** Validity as shown today: a document past its last day has expired, whatever its editors last noted. */
export function validityOn(
  today: string,
  data: Pick<PolicyDocument, 'validity' | 'expiresOn'>,
): PolicyDocument['validity'] {
  const over = data.expiresOn !== undefined && data.expiresOn < today;
  return over && data.validity !== 'repealed' ? 'expired' : data.validity;
}

const excerpt = (text: string, length = 80) => {
  const flat = text.replace(/\s+/g, ' ').trim();
  return flat.length > length ? `${flat.slice(0, length)}…` : flat;
};

/** The fields of each type that a list or an aside shows. A page that shows only these is not redrawn for the rest. */
const PICK = {
  article: ({ data }: EntryOf<'article'>) => ({
    path: data.path,
    title: data.title,
    summary: data.summary,
    publishedOn: data.publishedOn,
    time: publicationTime(data),
    agency: data.agency.documentId,
  }),
  'policy-document': ({ data }: EntryOf<'policy-document'>, today: string) => ({
    path: data.path,
    title: data.title,
    summary: data.summary,
    publishedOn: data.publishedOn,
    time: publicationTime(data),
    number: data.documentNumber,
    issuer: data.issuer,
    writtenOn: data.writtenOn,
    validity: validityOn(today, data),
    interpreted: data.interpretations.length > 0,
  }),
  interpretation: ({ data }: EntryOf<'interpretation'>) => ({
    path: data.path,
    title: data.title,
    summary: data.summary,
    publishedOn: data.publishedOn,
    time: publicationTime(data),
    form: data.form,
  }),
  'service-item': ({ data }: EntryOf<'service-item'>) => ({
    path: data.path,
    title: data.plainName ?? data.title,
    officialTitle: data.title,
    summary: data.summary,
    publishedOn: data.publishedOn,
    theme: data.theme,
    targets: data.targets,
    audiences: data.audiences,
    caseType: data.caseType,
    promisedLimit: data.promisedLimit,
    promisedUnit: data.promisedUnit,
    charged: data.charged,
    visits: data.visits,
    online: data.channels.includes('online') || data.channels.includes('mobile'),
    agency: data.agency.documentId,
  }),
  faq: ({ data }: EntryOf<'faq'>) => ({
    path: data.path,
    title: data.title,
    publishedOn: data.publishedOn,
    agency: data.agency.documentId,
  }),
  agency: ({ data }: EntryOf<'agency'>) => ({
    path: data.path,
    title: data.title,
    shortName: data.shortName ?? data.title,
    code: data.code,
    summary: data.summary,
    address: data.address,
    phone: data.phone,
    hours: data.hours,
    parent: data.parent?.documentId,
    order: data.order ?? 0,
  }),
  letter: ({ data }: EntryOf<'letter'>) => ({
    path: data.path,
    title: data.title,
    publishedOn: data.publishedOn,
    purpose: data.purpose,
    agencyName: data.agencyName,
    answer: excerpt(data.answer),
    answeredAt: data.answeredAt,
    workingDays: data.workingDays,
    rating: data.rating,
  }),
  'case-figures': ({ data }: EntryOf<'case-figures'>) => ({ ...data }),
  column: ({ data }: EntryOf<'column'>) => ({
    path: data.path,
    title: data.title,
    kind: data.kind,
    columnType: data.columnType,
    description: data.description,
    keywords: data.keywords,
    introduction: data.introduction,
  }),
} satisfies { [T in TypeName]?: (entry: EntryOf<T>, today: string) => object };

export type CardType = keyof typeof PICK;

/** What a page may show of a document it does not show whole. */
export type CardOf<T extends CardType> = T extends CardType
  ? { type: T; id: string } & ReturnType<(typeof PICK)[T]>
  : never;

/** Any card that leads to a page with a title and a date. */
export type DocumentCard = CardOf<'article' | 'policy-document' | 'interpretation'>;

interface Kept {
  today: string;
  card: object;
  digest: string;
}

/** Entries are immutable, so a card is made once per entry and day. */
const kept = new WeakMap<AnyEntry, Kept>();

/** The card of an entry and the digest of what is on it. */
export function cardOf<T extends CardType>(entry: EntryOf<T>, today: string): { card: CardOf<T>; digest: string } {
  const key = entry as unknown as AnyEntry;
  let found = kept.get(key);
  if (found?.today !== today) {
    const pick = PICK[entry.type] as (entry: EntryOf<T>, today: string) => object;
    const card = { type: entry.type, id: entry.documentId, ...pick(entry, today) };
    found = { today, card, digest: digestOf(JSON.stringify(card)) };
    kept.set(key, found);
  }
  return found as unknown as { card: CardOf<T>; digest: string };
}

/** Short digest of a text; long enough that two different contents never share one. */
export function digestOf(text: string): string {
  return createHash('sha1').update(text).digest('base64url').slice(0, 22);
}
