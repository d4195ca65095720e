import { z } from 'zod';

import { ref } from './entry.ts';

/** What a letter is about; each kind has its own limit for the answer (standards: 咨询 5, others 15 working days). */
export const LETTER_PURPOSES = ['enquiry', 'help', 'complaint', 'suggestion'] as const;
export const letterPurpose = z.enum(LETTER_PURPOSES);
export type LetterPurpose = z.infer<typeof letterPurpose>;
export const LETTER_PURPOSE_LABELS: Record<LetterPurpose, string> = {
  enquiry: '咨询',
  help: '求助',
  complaint: '投诉',
  suggestion: '建议',
};

/**
 * Working days until the answer is due. 《政府网站与政务新媒体检查指标》 wants simple questions answered within 5;
 * 《政府网站发展指引》 allows 15 for what is complex.
 */
export const LETTER_LIMITS: Record<LetterPurpose, number> = { enquiry: 5, help: 15, complaint: 15, suggestion: 15 };

/** The five levels of 好差评 (国办发〔2019〕51号), best first. */
export const RATINGS = [5, 4, 3, 2, 1] as const;
export const rating = z.union([z.literal(5), z.literal(4), z.literal(3), z.literal(2), z.literal(1)]);
export type Rating = z.infer<typeof rating>;
export const RATING_LABELS: Record<Rating, string> = {
  5: '非常满意',
  4: '满意',
  3: '基本满意',
  2: '不满意',
  1: '非常不满意',
};

/** The steps a case passes through; overdue is computed from the deadline and never a step. */
export const CASE_STATES = ['received', 'assigned', 'handling', 'answered', 'public', 'rated', 'closed'] as const;
export const caseState = z.enum(CASE_STATES);
export type CaseState = z.infer<typeof caseState>;
export const CASE_STATE_LABELS: Record<CaseState, string> = {
  received: '已收到',
  assigned: '已转办',
  handling: '办理中',
  answered: '已答复',
  public: '已公开',
  rated: '已评价',
  closed: '已办结',
};

export const timelineStep = z.object({
  state: caseState,
  /** Instant, UTC. */
  at: z.string(),
  /** Said to the citizen, without names of staff. */
  note: z.string().optional(),
});
export type TimelineStep = z.infer<typeof timelineStep>;

/** An answered letter as the public sees it: names masked, no contact, nothing the citizen asked to keep private. */
export const letter = z.object({
  number: z.string(),
  purpose: letterPurpose,
  title: z.string(),
  /** Plain text; blank lines part paragraphs. */
  body: z.string(),
  /** Masked name, for example 王**. */
  author: z.string(),
  agency: ref,
  agencyName: z.string(),
  receivedAt: z.string(),
  answer: z.string(),
  answeredAt: z.string(),
  /** Working days from receipt to answer by the State Council calendar. */
  workingDays: z.number().int(),
  /** The limit in working days that applied. */
  limit: z.number().int(),
  timeline: z.array(timelineStep),
  rating: rating.optional(),
  path: z.string(),
  publicId: z.string(),
  publishedOn: z.string(),
  firstPublishedAt: z.string(),
});
export type Letter = z.infer<typeof letter>;

/** Figures of one month over all cases, public or not. `documentId` is the month, for example 2026-10. */
export const caseFigures = z.object({
  month: z.string(),
  received: z.number().int(),
  answered: z.number().int(),
  /** Mean working days to the answer, one decimal. */
  averageWorkingDays: z.number().optional(),
  /** Answered within the limit, per cent. */
  onTime: z.number().optional(),
  byAgency: z.array(
    z.object({
      agency: ref,
      agencyName: z.string(),
      received: z.number().int(),
      answered: z.number().int(),
      /** Of the answered, how many within the limit. */
      inTime: z.number().int().default(0),
    }),
  ),
});
export type CaseFigures = z.infer<typeof caseFigures>;
