import type {
  ActiveAlert,
  Address,
  Agency,
  Article,
  CaseFigures,
  Faq,
  GatewayTemplates,
  Interpretation,
  Letter,
  PolicyDocument,
  ServiceItem,
  Site,
} from '@mingchuang/content';

import type { Body } from '../body/render-body.ts';
import type { WebManifest } from '../files/web-manifest.ts';
import type { CardOf, DocumentCard } from '../site/cards.ts';
import type { Chrome } from '../site/frame.ts';
import type { ColumnFacts, Crumb } from '../site/page.ts';
import type { PartName } from '../styleguide/words.ts';
import type { CityTemplates } from './props/city.ts';
import type { DisclosureTemplates } from './props/disclosure.ts';
import type { FiguresTemplates } from './props/figures.ts';
import type { JourneysTemplates, Membership } from './props/journeys.ts';
import type { PoliciesTemplates } from './props/policies.ts';
import type { TakingPartTemplates } from './props/taking-part.ts';

export interface Framed {
  frame: Chrome;
}

/** A page that shows one document whole, in its column. */
export interface DocumentPage extends Framed {
  path: string;
  /** Absent when the document's column is not published. */
  column: ColumnFacts | undefined;
  agency: CardOf<'agency'> | undefined;
}

/** Some newest documents of a column. */
export interface Section {
  title: string;
  path: string;
  /** Shown where there is nothing to list. */
  description?: string;
  /** What the way to all of it says, where “全部” does not fit. */
  more?: string;
  cards: AnyCard[];
}

/** Every card that leads to a page. */
export type AnyCard = DocumentCard | CardOf<'service-item' | 'faq' | 'letter' | 'agency'>;

/** One way through a long column: by year or by page, counted from the oldest. */
export interface Years {
  year: string;
  path: string;
  /** Left out on pages that must not change with every new document. */
  count: number | undefined;
}

export interface Pager {
  /** Address of the front page, which shows the newest. */
  front: string;
  /** Number of the page shown, or `undefined` on the front page. */
  current: number | undefined;
  /** Pages to offer, newest first. */
  pages: { number: number; path: string }[];
}

export interface ColumnProps extends Framed {
  path: string;
  column: ColumnFacts;
  introduction: Body | undefined;
  children: Crumb[];
  /** Newest first. */
  cards: AnyCard[];
  /** The year shown, on the page of a year. */
  year: string | undefined;
  years: Years[];
  pager: Pager | undefined;
  /** How many there are, where that is known without being redrawn for each new one. */
  total: number | undefined;
  rss: string;
}

export interface HomeProps extends Framed {
  path: string;
  site: Pick<Site, 'question' | 'hotQueries' | 'tasks' | 'identities' | 'lifeEvents' | 'elderTasks'>;
  /** When something shown here was last published. */
  updated: string | undefined;
  news: Section[];
  policies: { policy: CardOf<'policy-document'>; interpretations: CardOf<'interpretation'>[] }[];
  policiesPath: string | undefined;
  letters: { path: string; cards: CardOf<'letter'>[]; figures: CaseFigures | undefined } | undefined;
  /** Consultations and surveys that are open today. */
  calls: CardOf<'consultation' | 'survey'>[];
  /** Columns of figures, each with what its newest document says. */
  accounts: { label: string; promise: string; url: string }[];
}

export interface RssProps {
  title: string;
  link: string;
  description: string;
  domain: string;
  items: { title: string; path: string; description: string | undefined; time: string | undefined }[];
}

/** Props of every template, by its name: what src/site makes and src/templates shows. */
export interface TemplateProps
  extends
    DisclosureTemplates,
    FiguresTemplates,
    PoliciesTemplates,
    JourneysTemplates,
    TakingPartTemplates,
    CityTemplates {
  Home: HomeProps;
  Landing: Framed & {
    path: string;
    column: ColumnFacts;
    introduction: Body | undefined;
    sections: Section[];
  };
  Column: ColumnProps;
  Article: DocumentPage & { article: Article; body: Body };
  PolicyDocument: DocumentPage & {
    policy: PolicyDocument;
    /** Validity today, which a last day may have ended. */
    validity: PolicyDocument['validity'];
    body: Body;
    interpretations: CardOf<'interpretation'>[];
    services: CardOf<'service-item'>[];
    questions: CardOf<'faq'>[];
    consultations: CardOf<'consultation'>[];
    amends: CardOf<'policy-document'>[];
    amendedBy: CardOf<'policy-document'>[];
    repeals: CardOf<'policy-document'>[];
    repealedBy: CardOf<'policy-document'>[];
  };
  Interpretation: DocumentPage & {
    interpretation: Interpretation;
    body: Body;
    documents: CardOf<'policy-document'>[];
    /** Other interpretations of the same documents. */
    others: CardOf<'interpretation'>[];
    /** What can be done and what is asked after the documents it explains. */
    services: CardOf<'service-item'>[];
    questions: CardOf<'faq'>[];
  };
  ServiceGuide: DocumentPage & {
    item: ServiceItem;
    basis: Body;
    conditions: Body;
    exclusions: Body | undefined;
    policies: CardOf<'policy-document'>[];
    related: CardOf<'service-item'>[];
    /** Questions and answers about this service. */
    questions: CardOf<'faq'>[];
    /** The powers it exercises. */
    powers: CardOf<'power-item'>[];
    /** Where it stands in journeys. */
    journeys: Membership[];
  };
  Question: DocumentPage & {
    faq: Faq;
    answer: Body;
    service: CardOf<'service-item'> | undefined;
    policies: CardOf<'policy-document'>[];
  };
  Questions: Framed & {
    path: string;
    column: ColumnFacts;
    introduction: Body | undefined;
    children: Crumb[];
    cards: CardOf<'faq'>[];
    /** Who answers, by the `agency` of a card. */
    agencies: CardOf<'agency'>[];
  };
  Agency: Framed & {
    path: string;
    /** The column that lists the agencies. */
    column: ColumnFacts | undefined;
    agency: Agency;
    duties: Body | undefined;
    parent: CardOf<'agency'> | undefined;
    children: CardOf<'agency'>[];
    services: CardOf<'service-item'>[];
    /** What it published last. */
    newest: DocumentCard[];
    leaders: CardOf<'leader'>[];
  };
  Agencies: Framed & {
    path: string;
    column: ColumnFacts;
    introduction: Body | undefined;
    cards: CardOf<'agency'>[];
  };
  Letters: Framed & {
    path: string;
    column: ColumnFacts;
    introduction: Body | undefined;
    cards: CardOf<'letter'>[];
    pager: Pager | undefined;
    total: number | undefined;
    /** Latest month first; empty on pages of older letters. */
    figures: CaseFigures[];
    rss: string;
  };
  Letter: Framed & {
    path: string;
    column: ColumnFacts | undefined;
    letter: Letter;
    agency: CardOf<'agency'> | undefined;
  };
  /** `isCounted`: the site counts what is searched for. */
  Search: Framed & { path: string; hotQueries: string[]; isCounted: boolean; /** Of its group, itself first. */ sites: { domain: string; shortName: string }[]; isServed: boolean };
  Ask: Framed & { path: string; examples: CardOf<'faq'>[] };
  Accessibility: Framed & { path: string };
  Offline: Framed & { path: string };
  Kiosk: Framed & { path: string };
  AccessibilityStatement: Framed & { path: string };
  SiteMap: Framed & { path: string; columns: SiteMapColumn[] };
  /** What components there are and how they were tested, for those who work on the portal. */
  StyleGuide: Framed & { path: string };
  /** The components of one part with their examples. */
  StyleGuidePart: Framed & { path: string; part: PartName };
  /** 410: what stood here, and why it was withdrawn. */
  Gone: Framed & { path: string; address: Address };
  Notice: GatewayTemplates['Notice'];
  Preview: GatewayTemplates['Preview'];
  PreviewStrip: GatewayTemplates['PreviewStrip'];
  LetterForm: GatewayTemplates['LetterForm'];
  LetterConfirm: GatewayTemplates['LetterConfirm'];
  LetterReceipt: GatewayTemplates['LetterReceipt'];
  TrackForm: GatewayTemplates['TrackForm'];
  Tracking: GatewayTemplates['Tracking'];
  ExternalLink: GatewayTemplates['ExternalLink'];
  AlertStrip: GatewayTemplates['AlertStrip'];
  Rss: RssProps;
  SitemapIndex: { domain: string; paths: string[] };
  Sitemap: { domain: string; pages: { path: string; date: string | undefined }[] };
  Manifest: { manifest: WebManifest };
  Robots: { domain: string };
  Json: { value: unknown };
  JsonLd: { value: unknown };
  /** A table to download; the first row names the fields. */
  Csv: { rows: readonly (readonly (string | number | undefined)[])[] };
}
export type TemplateName = keyof TemplateProps;

export interface SiteMapColumn extends Crumb {
  children: SiteMapColumn[];
}

export type { ActiveAlert };
