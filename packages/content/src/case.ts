import { z } from 'zod';

import { letterPurpose, rating, caseState, timelineStep } from './letter.ts';

const text = (min: number, max: number, name: string) =>
  z
    .string()
    .trim()
    .min(min, min > 1 ? `${name}至少写 ${min} 个字` : `请填写${name}`)
    .max(max, `${name}最多 ${max} 个字`);

const phone = z
  .string()
  .trim()
  .regex(/^(1\d{10}|0\d{2,3}-?\d{7,8})$/, '请填写 11 位手机号，或带区号的固定电话');

/** What a citizen sends to file a letter. Anything else in the body is refused. Messages are shown at the field. */
export const letterSubmission = z.strictObject({
  purpose: letterPurpose,
  /** Code of the agency written to; empty lets the letter office decide. */
  agency: z.string().max(40).default(''),
  title: text(4, 60, '标题'),
  body: text(10, 3000, '内容'),
  name: text(1, 30, '姓名'),
  phone,
  /** Whether the answer may be published with the name masked. */
  mayPublish: z.boolean(),
});
export type LetterSubmission = z.infer<typeof letterSubmission>;

/** What a citizen sends to comment on a consultation. Who they are is theirs to say or not. */
export const opinionSubmission = z.strictObject({
  /** documentId of the consultation. */
  consultation: z.string().min(1).max(40),
  /** Which part of the draft it is about, in the citizen's words; empty for all of it. */
  part: z.string().trim().max(60, '条款最多 60 个字').default(''),
  body: text(5, 3000, '意见'),
  name: z.string().trim().max(30, '姓名最多 30 个字').default(''),
  phone: z.union([z.literal(''), phone]).default(''),
});
export type OpinionSubmission = z.infer<typeof opinionSubmission>;

/** The answer to one question: places of the chosen options counted from 0, points, or words. `checkReply` looks closer. */
export const surveyReply = z.union([z.array(z.number().int().min(0).max(99)).max(100), z.number().int().min(0).max(99), z.string().max(5000), z.null()]);
export type SurveyReply = z.infer<typeof surveyReply>;

/** A filled survey. Nothing in it says whose it is. */
export const surveySubmission = z.strictObject({
  /** documentId of the survey. */
  survey: z.string().min(1).max(40),
  /** One for each question, in their order; null for one that was left out. */
  replies: z.array(surveyReply).min(1).max(100),
});
export type SurveySubmission = z.infer<typeof surveySubmission>;

const caseNumber = z.string().regex(/^\d{8}-[2-9A-HJKMNP-Z]{6}$/);
const queryCode = z.string().regex(/^[2-9A-HJKMNP-Z]{8}$/);

/**
 * Something filed on its way from the gateway to the CMS. The gateway gives it its number and code so that a receipt
 * can be handed out while the CMS is down; sending it twice stores it once.
 */
const filing = <Kind extends string, Submission extends z.ZodType>(kind: Kind, submission: Submission) =>
  z.strictObject({
    kind: z.literal(kind),
    number: caseNumber,
    code: queryCode,
    /** Instant the citizen pressed the button. */
    receivedAt: z.string(),
    submission,
    /** 0 to 100: how much this looks like spam. Above 60 it waits in quarantine for a person to look. */
    suspicion: z.number().int().min(0).max(100).default(0),
  });

export const letterFiling = filing('letter', letterSubmission);
export type LetterFiling = z.infer<typeof letterFiling>;
export const opinionFiling = filing('opinion', opinionSubmission);
export type OpinionFiling = z.infer<typeof opinionFiling>;
export const surveyFiling = filing('survey-answer', surveySubmission);
export type SurveyFiling = z.infer<typeof surveyFiling>;

/** Every kind of thing a citizen can file. */
export const caseFiling = z.discriminatedUnion('kind', [letterFiling, opinionFiling, surveyFiling]);
export type CaseFiling = z.infer<typeof caseFiling>;

/** How a citizen names their case. Spaces are forgiven, letters may be small. */
export const caseKey = z.strictObject({
  number: z.string().trim().toUpperCase().min(1, '请填写编号').max(20),
  code: z.string().trim().toUpperCase().min(1, '请填写查询码').max(12),
});
export type CaseKey = z.infer<typeof caseKey>;

export const caseRating = z.strictObject({
  ...caseKey.shape,
  rating,
  comment: z.string().trim().max(500, '评价最多 500 个字').default(''),
});
export type CaseRating = z.infer<typeof caseRating>;

/** One day of the printed calculation of a deadline. */
export const deadlineDay = z.object({
  /** YYYY-MM-DD in Asia/Shanghai. */
  date: z.string(),
  /** Number of the working day, or undefined when the day does not count. */
  count: z.number().int().optional(),
  /** Why it does not count, or that it is a make-up working day: 周末, 国庆节, 调休上班. */
  note: z.string().optional(),
});
export type DeadlineDay = z.infer<typeof deadlineDay>;

/** What the tracking page shows of a letter to whoever holds number and code. */
export const letterTracking = z.object({
  number: z.string(),
  kind: z.literal('letter'),
  purpose: letterPurpose,
  title: z.string(),
  body: z.string(),
  state: caseState,
  agencyName: z.string().optional(),
  receivedAt: z.string(),
  /** Last day for the answer, YYYY-MM-DD. */
  dueOn: z.string(),
  limit: z.number().int(),
  overdue: z.boolean(),
  calculation: z.array(deadlineDay),
  timeline: z.array(timelineStep),
  answer: z.string().optional(),
  answeredAt: z.string().optional(),
  mayRate: z.boolean(),
  rating: rating.optional(),
  /** Address of the published letter, once it is public. */
  path: z.string().optional(),
});
export type LetterTracking = z.infer<typeof letterTracking>;

/** What becomes of an opinion. */
export const OPINION_OUTCOMES = ['adopted', 'partly', 'declined'] as const;
export const opinionOutcome = z.enum(OPINION_OUTCOMES);
export type OpinionOutcome = z.infer<typeof opinionOutcome>;
export const OPINION_OUTCOME_LABELS: Record<OpinionOutcome, string> = { adopted: '采纳', partly: '部分采纳', declined: '未采纳' };

/** What the tracking page shows of an opinion. */
export const opinionTracking = z.object({
  number: z.string(),
  kind: z.literal('opinion'),
  /** Title of the consultation. */
  title: z.string(),
  part: z.string().optional(),
  body: z.string(),
  receivedAt: z.string(),
  agencyName: z.string().optional(),
  outcome: opinionOutcome.optional(),
  /** Why; said to the citizen. */
  reason: z.string().optional(),
  /** Address of the consultation. */
  path: z.string().optional(),
});
export type OpinionTracking = z.infer<typeof opinionTracking>;

export const caseTracking = z.discriminatedUnion('kind', [letterTracking, opinionTracking]);
export type CaseTracking = z.infer<typeof caseTracking>;

/** Digits and capitals without the ones that are misread over the phone: 0 O 1 I L. */
const ALPHABET = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
const pickFrom = (length: number, pick: (below: number) => number) =>
  Array.from({ length }, () => ALPHABET[pick(ALPHABET.length)]).join('');

/**
 * Makes the number a case is known by: the day in Asia/Shanghai and six characters that cannot be counted up.
 * @param day YYYY-MM-DD.
 * @param pick Answers a random integer below its argument; pass `crypto.randomInt`.
 */
export function createCaseNumber(day: string, pick: (below: number) => number): string {
  return `${day.replaceAll('-', '')}-${pickFrom(6, pick)}`;
}

/** Makes the code a citizen follows their case with. It says nothing about the case and cannot be guessed. */
export function createQueryCode(pick: (below: number) => number): string {
  return pickFrom(8, pick);
}
