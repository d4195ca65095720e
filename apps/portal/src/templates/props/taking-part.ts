import type {
  Consultation,
  GatewayTemplates,
  Interview,
  OpinionFigures,
  OpinionFormFacts,
  Survey,
  SurveyFormFacts,
  SurveyResults,
} from '@mingchuang/content';

import type { Body } from '../../body/render-body.ts';
import type { CardOf, InterviewState, PeriodState } from '../../site/cards.ts';
import type { ColumnFacts, Crumb } from '../../site/page.ts';
import type { DocumentPage, Framed, Pager, Years } from '../props.ts';

/** Anything a citizen can take part in. */
export type TakingPartCard = CardOf<'consultation' | 'survey' | 'interview'>;

/** Where something one can take part in stands, in the order of lists. */
export const STANDINGS = ['open', 'announced', 'upcoming', 'waiting', 'held', 'reported', 'closed', 'recorded'] as const;
export type Standing = (typeof STANDINGS)[number];

/** Consultations, surveys, interviews. */
export interface TakingPartTemplates {
  TakingPart: Framed & {
    path: string;
    column: ColumnFacts;
    introduction: Body | undefined;
    children: Crumb[];
    /** What is open first; what is over is shown as far as it is new. */
    groups: { standing: Standing; cards: TakingPartCard[] }[];
    years: Years[];
    pager: Pager | undefined;
    total: number;
    rss: string;
  };
  Consultation: DocumentPage & {
    consultation: Consultation;
    state: PeriodState;
    /** While it is open; 0 on the last day. */
    daysLeft: number | undefined;
    draft: Body;
    explanation: Body;
    report: Body | undefined;
    documents: CardOf<'policy-document'>[];
    figures: OpinionFigures | undefined;
    /** While opinions are taken here. */
    form: OpinionFormFacts | undefined;
  };
  Survey: DocumentPage & {
    survey: Survey;
    state: PeriodState;
    daysLeft: number | undefined;
    introduction: Body;
    conclusion: Body | undefined;
    /** The questions, while answers are taken. */
    form: SurveyFormFacts;
    results: SurveyResults | undefined;
  };
  Interview: DocumentPage & {
    interview: Interview;
    state: InterviewState;
    /** Questions are still gathered. */
    collecting: boolean;
    announcement: Body;
    documents: CardOf<'policy-document'>[];
  };
  OpinionForm: GatewayTemplates['OpinionForm'];
  OpinionConfirm: GatewayTemplates['OpinionConfirm'];
  OpinionReceipt: GatewayTemplates['OpinionReceipt'];
  OpinionTracking: GatewayTemplates['OpinionTracking'];
  SurveyForm: GatewayTemplates['SurveyForm'];
  SurveyConfirm: GatewayTemplates['SurveyConfirm'];
  SurveyReceipt: GatewayTemplates['SurveyReceipt'];
}
