import type { DeadlineDay, FormQuestion, OpinionOutcome, Rating } from '@mingchuang/content';

import type { DueIn } from '../domain/deadline.ts';
import type { CaseEvent, Stage } from '../domain/stages.ts';

export const TABS = ['todo', 'handling', 'review', 'answered', 'all', 'spam'] as const;
export type Tab = (typeof TABS)[number];

/** One line of the list of cases. */
export interface CaseListItem {
  number: string;
  title: string;
  agencyName: string | null;
  /** In Chinese. */
  purpose: string;
  stage: Stage;
  receivedAt: string;
  dueOn: string;
  due: DueIn;
  rating: Rating | null;
  /** Last day to put a bad rating right, while it waits. */
  rectifyDueOn: string | null;
  suspicion: number;
}

export interface CaseList {
  items: CaseListItem[];
  total: number;
  page: number;
  pageSize: number;
  /** Cases that wait for this person. */
  waiting: number;
  quarantined: number;
}

/** A case on its own page. Name and number of the citizen are asked for separately. */
export interface CaseView extends CaseListItem {
  body: string;
  mayPublish: boolean;
  quarantined: boolean;
  revision: number;
  limit: number;
  calculation: DeadlineDay[];
  answer: string | null;
  answeredAt: string | null;
  /** In Chinese. */
  ratingLabel: string | null;
  ratingComment: string | null;
  /** Name and number were deleted after the retention period. */
  erased: boolean;
  path: string | null;
  /** The public page, where the portal's address is known. */
  url: string | null;
  /** What the public reads, or what is proposed for it. */
  publicVersion: { title: string; body: string; author: string } | null;
  steps: { label: string; at: string; by: string; note: string | null; remark: string | null }[];
  /** Who looked at name and number. */
  accesses: { by: string; at: string }[];
  /** What this person may do with it now. */
  can: CaseEvent[];
  /** Whether they wrote in the answer, and so cannot approve it. */
  ownAnswer: boolean;
  mayContact: boolean;
}

export const OPINION_TABS = ['open', 'weighed', 'all', 'spam'] as const;
export type OpinionTab = (typeof OPINION_TABS)[number];

/** A consultation with opinions. */
export interface ConsultationLine {
  id: string;
  title: string;
  received: number;
  /** Not weighed yet. */
  open: number;
}

/** One opinion as staff read it. */
export interface OpinionItem {
  number: string;
  consultation: string;
  title: string;
  part: string | null;
  body: string;
  receivedAt: string;
  outcome: OpinionOutcome | null;
  reason: string | null;
  revision: number;
  quarantined: boolean;
  suspicion: number;
  /** Whether there is a name or number this person may ask for. */
  hasContact: boolean;
}

export interface OpinionList {
  items: OpinionItem[];
  total: number;
  page: number;
  pageSize: number;
  mayHandle: boolean;
  mayContact: boolean;
}

/** A survey with answers. */
export interface SurveyLine {
  id: string;
  title: string;
  closesOn: string;
  answers: number;
}

/** What a survey has brought, as those who asked read it. */
export interface SurveyView extends SurveyLine {
  opensOn: string;
  questions: (FormQuestion & { answered: number; counts: number[]; /** Newest first. */ words: string[] })[];
}
