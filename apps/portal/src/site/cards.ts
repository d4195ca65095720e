import { hash } from 'node:crypto';

import { daysUntil, publicationTime, shanghaiDate, type AnyEntry, type EntryOf, type Interview, type PolicyDocument, type TypeName } from '@mingchuang/content';

import type { DocumentType } from './document-types.ts';

/** Validity as shown today: a document past its last day has expired, whatever its editors last noted. */
export function validityOn(
  today: string,
  data: Pick<PolicyDocument, 'validity' | 'expiresOn'>,
): PolicyDocument['validity'] {
  const over = data.expiresOn !== undefined && data.expiresOn < today;
  return over && data.validity !== 'repealed' ? 'expired' : data.validity;
}

const excerpt = (text: string, length = 80) => {
  // Paragraphs run on; Chinese has no space after a stop.
  const flat = text.replace(/([。，；：、！？）])\s+/g, '$1').replace(/\s+/g, ' ').trim();
  return flat.length > length ? `${flat.slice(0, length)}…` : flat;
};

export type PeriodState = 'upcoming' | 'open' | 'closed';

/** Where a period stands on a day; both its days are inside. Days are `YYYY-MM-DD` in Asia/Shanghai. */
export function periodState(today: string, from: string, to: string): PeriodState {
  if (today < from) return 'upcoming';
  return today > to ? 'closed' : 'open';
}

/** Days left of an open period; 0 on its last day, nothing outside. */
export function daysLeft(today: string, { opensOn, closesOn }: { opensOn: string; closesOn: string }): number | undefined {
  return periodState(today, opensOn, closesOn) === 'open' ? daysUntil(today, closesOn) : undefined;
}

export type InterviewState = 'announced' | 'held' | 'recorded';

/** Where an interview stands on a day: it is held once its day is over, and recorded once its words are there. */
export function interviewState(today: string, { startsAt, transcript }: Pick<Interview, 'startsAt' | 'transcript'>): InterviewState {
  if (transcript.length > 0) return 'recorded';
  return shanghaiDate(startsAt) < today ? 'held' : 'announced';
}
const formatOf = (name: string) => name.split('.').pop()!.toUpperCase();

type Dated = Parameters<typeof publicationTime>[0] & {
  path?: string | undefined;
  title: string;
  publishedOn?: string | undefined;
  agency: { documentId: string };
};

/** What every card of a document says. */
const dated = (data: Dated) => ({
  path: data.path,
  title: data.title,
  publishedOn: data.publishedOn,
  time: publicationTime(data),
  agency: data.agency.documentId,
});

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
    /** Where one amount says it all. */
    fee: data.charged && data.fees.length === 1 ? data.fees[0]!.standard : undefined,
    visits: data.visits,
    online: data.channels.includes('online') || data.channels.includes('mobile'),
    agency: data.agency.documentId,
    lifeEvent: data.lifeEvent,
  }),
  faq: ({ data }: EntryOf<'faq'>) => ({
    path: data.path,
    title: data.title,
    publishedOn: data.publishedOn,
    agency: data.agency.documentId,
  }),
  journey: ({ data }: EntryOf<'journey'>) => ({
    ...dated(data),
    summary: data.summary,
    officialTitle: data.officialTitle,
    audiences: data.audiences,
    stepCount: data.steps.length,
  }),
  'disclosure-page': ({ data }: EntryOf<'disclosure-page'>) => ({
    ...dated(data),
    summary: data.summary,
    kind: data.kind,
    updatedOn: data.updatedOn,
  }),
  'annual-report': ({ data }: EntryOf<'annual-report'>) => ({
    ...dated(data),
    summary: data.summary,
    year: data.year,
    tabled: data.tables !== undefined,
  }),
  'public-notice': ({ data }: EntryOf<'public-notice'>, today: string) => ({
    ...dated(data),
    summary: data.summary,
    kind: data.kind,
    startsOn: data.startsOn,
    endsOn: data.endsOn,
    state: periodState(today, data.startsOn, data.endsOn),
    daysLeft: daysLeft(today, { opensOn: data.startsOn, closesOn: data.endsOn }),
  }),
  'power-item': ({ data }: EntryOf<'power-item'>) => ({
    ...dated(data),
    code: data.code,
    powerType: data.powerType,
    level: data.level,
  }),
  budget: ({ data }: EntryOf<'budget'>) => ({
    ...dated(data),
    summary: data.summary,
    year: data.year,
    kind: data.kind,
    scope: data.scope,
  }),
  statistic: ({ data }: EntryOf<'statistic'>) => ({
    ...dated(data),
    summary: data.summary,
    period: data.period,
    frequency: data.frequency,
  }),
  project: ({ data }: EntryOf<'project'>) => ({
    ...dated(data),
    summary: data.summary,
    stage: data.stage,
    place: data.place,
    investment: data.investment,
  }),
  leader: ({ data }: EntryOf<'leader'>) => ({
    ...dated(data),
    position: data.position,
    portrait: data.portrait,
    order: data.order ?? 0,
  }),
  dataset: ({ data }: EntryOf<'dataset'>) => ({
    ...dated(data),
    summary: data.summary,
    theme: data.theme,
    openness: data.openness,
    frequency: data.frequency,
    updatedOn: data.updatedOn,
    formats: [...new Set(data.resources.map(({ file }) => formatOf(file.name)))],
  }),
  topic: ({ data }: EntryOf<'topic'>) => ({
    ...dated(data),
    summary: data.summary,
    banner: data.banner,
    archived: data.archived ?? false,
  }),
  consultation: ({ data }: EntryOf<'consultation'>, today: string) => ({
    ...dated(data),
    summary: data.summary,
    opensOn: data.opensOn,
    closesOn: data.closesOn,
    state: periodState(today, data.opensOn, data.closesOn),
    daysLeft: daysLeft(today, data),
    reported: data.report !== undefined,
  }),
  survey: ({ data }: EntryOf<'survey'>, today: string) => ({
    ...dated(data),
    summary: data.summary,
    opensOn: data.opensOn,
    closesOn: data.closesOn,
    state: periodState(today, data.opensOn, data.closesOn),
    daysLeft: daysLeft(today, data),
  }),
  interview: ({ data }: EntryOf<'interview'>, today: string) => ({
    ...dated(data),
    summary: data.summary,
    startsAt: data.startsAt,
    guests: data.guests.map(({ name, position }) => ({ name, position })),
    state: interviewState(today, data),
  }),
  'supervision-report': ({ data }: EntryOf<'supervision-report'>) => ({
    ...dated(data),
    summary: data.summary,
    kind: data.kind,
    period: data.period,
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
export type DocumentCard = CardOf<Exclude<DocumentType, 'service-item' | 'faq'>>;

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
  return hash('sha1', text, 'base64url').slice(0, 22);
}
