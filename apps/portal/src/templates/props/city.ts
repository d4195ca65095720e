import type { CaseFigures, Dataset, Leader, SupervisionReport, Topic } from '@mingchuang/content';

import type { Body } from '../../body/render-body.ts';
import type { CardOf } from '../../site/cards.ts';
import type { ColumnFacts, Crumb } from '../../site/page.ts';
import type { DocumentPage, Framed } from '../props.ts';

/** A front page of a column that is not a plain list. */
interface ColumnFront extends Framed {
  path: string;
  column: ColumnFacts;
  introduction: Body | undefined;
  children: Crumb[];
}

/** A month's figures and the page that shows them whole. */
export interface FiguresOfMonth {
  path: string;
  figures: CaseFigures;
}

/** Leaders, datasets, topics, supervision. */
export interface CityTemplates {
  Leader: DocumentPage & {
    leader: Leader;
    duties: Body;
    resume: Body;
    /** Others of the same agency, in their order. */
    others: CardOf<'leader'>[];
  };
  Leaders: ColumnFront & { cards: CardOf<'leader'>[]; agencies: CardOf<'agency'>[] };
  Dataset: DocumentPage & {
    dataset: Dataset;
    body: Body | undefined;
    /** Address of the machine-readable description (DCAT). */
    description: string;
  };
  Datasets: ColumnFront & {
    cards: CardOf<'dataset'>[];
    /** Who provides, by the `agency` of a card. */
    agencies: CardOf<'agency'>[];
    /** Address of the whole catalogue as DCAT. */
    catalogue: string;
  };
  Topic: DocumentPage & {
    topic: Topic;
    body: Body | undefined;
    blocks: { title: string; body: Body }[];
    articles: CardOf<'article'>[];
    policies: CardOf<'policy-document'>[];
    services: CardOf<'service-item'>[];
  };
  Topics: ColumnFront & { cards: CardOf<'topic'>[] };
  SupervisionReport: DocumentPage & { report: SupervisionReport; body: Body };
  Supervision: ColumnFront & {
    /** Latest month first. */
    months: FiguresOfMonth[];
    reports: CardOf<'supervision-report'>[];
    lettersPath: string | undefined;
  };
  SupervisionMonth: Framed & { path: string; column: ColumnFacts; figures: CaseFigures };
}
