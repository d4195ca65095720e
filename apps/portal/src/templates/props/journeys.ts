import type { Journey } from '@mingchuang/content';

import type { Body } from '../../body/render-body.ts';
import type { CardOf, DocumentCard } from '../../site/cards.ts';
import type { ColumnFacts, Crumb } from '../../site/page.ts';
import type { DocumentPage, Framed, Section } from '../props.ts';
import type { OfferedFacet } from './policies.ts';

/** A step of a journey with what its page adds to the journey's own. */
export interface ShownStep {
  /** Its anchor. */
  id: string;
  /** Its number; 和 and 或 have that of the step before. */
  number: number;
  body: Body;
  /** The services its text links to. */
  services: CardOf<'service-item'>[];
}

/** Where a service stands in a journey, for the page of the service. */
export interface Membership {
  title: string;
  path: string;
  /** Number of the step, as its page shows it; absent when no step names the service. */
  number: number | undefined;
  step: string | undefined;
  previous: StepLink | undefined;
  next: StepLink | undefined;
}

/** A step before or after. */
export interface StepLink {
  title: string;
  path: string;
}

/** Services, journeys and the channels of audiences. */
export interface JourneysTemplates {
  Services: Framed & {
    path: string;
    column: ColumnFacts;
    introduction: Body | undefined;
    facets: OfferedFacet[];
    /** By theme; `path` leads to all of a theme. */
    groups: { key: string; label: string; path: string; total: number; cards: CardOf<'service-item'>[] }[];
  };
  /** The way in to all services: by life event and audience, then journeys, then the columns below. */
  ServicesHome: Framed & {
    path: string;
    column: ColumnFacts;
    introduction: Body | undefined;
    facets: OfferedFacet[];
    journeys: (Crumb & { cards: CardOf<'journey'>[] }) | undefined;
    sections: Section[];
  };
  Journeys: Framed & {
    path: string;
    column: ColumnFacts;
    introduction: Body | undefined;
    children: Crumb[];
    cards: CardOf<'journey'>[];
  };
  Journey: DocumentPage & {
    journey: Journey;
    shortcut: Body | undefined;
    takeAlong: Body | undefined;
    steps: ShownStep[];
    /** Services that belong to it without being named in a step. */
    others: CardOf<'service-item'>[];
    related: CardOf<'journey'>[];
  };
  /** The channel of an audience. */
  Audience: Framed & {
    path: string;
    column: ColumnFacts;
    introduction: Body | undefined;
    /** The parts that hold something, with the address of all of it. */
    parts: { key: string; title: string; path: string; total: number }[];
    journeys: CardOf<'journey'>[];
    services: CardOf<'service-item'>[];
    policies: { policy: CardOf<'policy-document'>; interpretations: CardOf<'interpretation'>[] }[];
    questions: CardOf<'faq'>[];
    news: DocumentCard[];
  };
}
