import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The kinds of documents that live below a column, in the order in which they are published. */
export const DOCUMENT_KINDS = [
  'article',
  'service-item',
  'policy-document',
  'interpretation',
  'faq',
  'journey',
  'disclosure-page',
  'annual-report',
  'public-notice',
  'power-item',
  'budget',
  'statistic',
  'project',
  'leader',
  'dataset',
  'topic',
  'consultation',
  'survey',
  'interview',
  'supervision-report',
] as const;
export type DocumentKind = (typeof DOCUMENT_KINDS)[number];

type Fields = Record<string, unknown>;

/** One document: its key in the data, when it was published (`2026-11-12 09:00` in Shanghai), and its fields. */
export interface DemoDocument extends Fields {
  key: string;
  title: string;
  column: string;
  agency: string;
  published: string;
}

export interface DemoColumn extends Fields {
  slug: string;
  parent?: string;
  title: string;
}

export interface DemoAgency extends Fields {
  code: string;
  title: string;
}

/** A file to upload; `file` is its path below the folder of the city. Pictures have a text alternative. */
export interface DemoFile {
  key: string;
  file: string;
  alt?: string;
  caption?: string;
}

export interface DemoUser {
  email: string;
  name: string;
  role: string;
  agency?: string;
}

/** A letter and how far it has come; the later moments are missing when it has not come there. */
export interface DemoLetter {
  key: string;
  purpose: 'enquiry' | 'help' | 'complaint' | 'suggestion';
  /** Code of the agency the letter office hands it to. */
  agency?: string;
  title: string;
  body: string;
  name: string;
  phone: string;
  mayPublish: boolean;
  state: 'received' | 'assigned' | 'handling' | 'submitted' | 'answered' | 'rated';
  received: string;
  assigned?: string;
  accepted?: string;
  answer?: string;
  answered?: string;
  published?: string;
  rating?: { rating: 1 | 2 | 3 | 4 | 5; at: string; comment: string };
}

/** An opinion on a consultation, and what became of it. */
export interface DemoOpinion {
  key: string;
  consultation: string;
  part: string;
  body: string;
  name?: string;
  phone?: string;
  received: string;
  outcome?: 'adopted' | 'partly' | 'declined';
  reason?: string;
  weighed?: string;
}

/** A filled survey: its day and its replies, as the contract has them. */
export interface DemoAnswer {
  on: string;
  replies: unknown[];
}

/** An alert whose time counts from the moment the city is loaded. */
export interface DemoAlert extends Fields {
  key: string;
  title: string;
  url: string;
  startsHoursAgo: number;
  lastsHours: number;
}

export interface DemoRedirect extends Fields {
  from: string;
  to: string;
}

/** A rule of searching; bets last some days from the moment the city is loaded. Words are one a line. */
export interface DemoSearchRule extends Fields {
  title: string;
  target?: string;
  lastsDays?: number;
}

/** A text on somebody's desk, and how far it has come. People go by the name of their account. */
export interface DemoDraft {
  key: string;
  title: string;
  column: string;
  summary: string;
  body: string;
  by: string;
  steps: DemoStep[];
}
export interface DemoStep {
  by: string;
  move: string;
  hoursAgo: number;
  remark?: string;
  field?: string;
  reason?: string;
  /** Some days from now, at that time in Shanghai. */
  plan?: { days: number; at: string };
}

/** Everything of the demo city, as its files have it. */
export interface DemoCity {
  folder: string;
  site: Fields & { siteCode: string; newsColumns: string[] };
  columns: DemoColumn[];
  agencies: DemoAgency[];
  documents: Record<DocumentKind, DemoDocument[]>;
  files: DemoFile[];
  letters: DemoLetter[];
  opinions: DemoOpinion[];
  /** By key of the survey. */
  answers: Record<string, DemoAnswer[]>;
  users: DemoUser[];
  /** What the people of one agency have on their desks. */
  desk: DemoDraft[];
  alerts: DemoAlert[];
  redirects: DemoRedirect[];
  searchRules: DemoSearchRule[];
}

/** Reads the demo city. @param folder The folder `demo` of this app. */
export function readCity(folder: string): DemoCity {
  const text = (name: string) => readFileSync(join(folder, name), 'utf8');
  const json = <T>(name: string) => JSON.parse(text(`${name}.json`)) as T;
  /** A folder with a file for each document; a rich text may stand beside it as `<key>.<field>.html`. */
  const oneByOne = (name: string): DemoDocument[] => {
    const files = existsSync(join(folder, name)) ? readdirSync(join(folder, name)).sort() : [];
    return files
      .filter((file) => file.endsWith('.json'))
      .map((file) => {
        const key = file.slice(0, -'.json'.length);
        const texts = files.filter((other) => other.startsWith(`${key}.`) && other.endsWith('.html'));
        const richTexts = texts.map((other) => [other.slice(key.length + 1, -'.html'.length), text(`${name}/${other}`)]);
        return { ...json<DemoDocument>(`${name}/${key}`), ...Object.fromEntries(richTexts), key };
      });
  };
  const withBodies = (name: string): DemoDocument[] =>
    json<DemoDocument[]>(name).map((document) => ({ ...document, body: text(`${name}/${document.key}.html`) }));

  return {
    folder,
    site: json('site'),
    columns: json('columns'),
    agencies: json('agencies'),
    documents: {
      article: withBodies('articles'),
      'service-item': json<string[]>('service-items').map((key) => json<DemoDocument>(`service-items/${key}`)),
      'policy-document': withBodies('policy-documents'),
      interpretation: withBodies('interpretations'),
      faq: json('faqs'),
      journey: oneByOne('journeys'),
      'disclosure-page': oneByOne('disclosure-pages'),
      'annual-report': oneByOne('annual-reports'),
      'public-notice': oneByOne('public-notices'),
      'power-item': oneByOne('power-items'),
      budget: oneByOne('budgets'),
      statistic: oneByOne('statistics'),
      project: oneByOne('projects'),
      leader: oneByOne('leaders'),
      dataset: oneByOne('datasets'),
      topic: oneByOne('topics'),
      consultation: oneByOne('consultations'),
      survey: oneByOne('surveys'),
      interview: oneByOne('interviews'),
      'supervision-report': oneByOne('supervision-reports'),
    },
    files: json('media'),
    letters: json('letters'),
    opinions: json('opinions'),
    answers: json('survey-answers'),
    users: json('users'),
    desk: json('desk'),
    alerts: json('alerts'),
    redirects: json('redirects'),
    searchRules: json('search-rules'),
  };
}
