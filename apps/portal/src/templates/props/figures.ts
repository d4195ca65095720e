import type { Budget, Project, Statistic } from '@mingchuang/content';

import type { Body } from '../../body/render-body.ts';
import type { CardOf } from '../../site/cards.ts';
import type { ColumnFacts, Crumb } from '../../site/page.ts';
import type { DocumentPage, Framed, Years } from '../props.ts';

/** A front page of a column that is not a plain list. */
interface ColumnFront extends Framed {
  path: string;
  column: ColumnFacts;
  introduction: Body | undefined;
  children: Crumb[];
}

/** Figures: budgets, statistics, projects. */
export interface FiguresTemplates {
  Budget: DocumentPage & {
    budget: Budget;
    body: Body;
    terms: Body | undefined;
    /** The same agency's other years and its other kind, newest first. */
    others: CardOf<'budget'>[];
    /** Address of the page's figures as CSV. */
    csv: string;
  };
  Budgets: ColumnFront & {
    /** The year shown; the newest on the front page. */
    year: string | undefined;
    years: Years[];
    government: CardOf<'budget'>[];
    departments: CardOf<'budget'>[];
  };
  Statistic: DocumentPage & {
    statistic: Statistic;
    body: Body | undefined;
    definitions: Body;
    csv: string;
  };
  Project: DocumentPage & { project: Project; body: Body | undefined };
  Projects: ColumnFront & { cards: CardOf<'project'>[] };
}
