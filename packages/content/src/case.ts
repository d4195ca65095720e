import { z } from 'zod';

import { letterPurpose, rating, caseState, timelineStep } from './letter.ts';

const text = (min: number, max: number, name: string) =>
  z
    .string()
    .trim()
    .min(min, min > 1 ? `${name}至少写 ${min} 个字` : `请填写${name}`)
    .max(max, `${name}最多 ${max} 个字`);

/** What a citizen sends to file a letter. Anything else in the body is refused. Messages are shown at the field. */
export const letterSubmission = z.strictObject({
  purpose: letterPurpose,
  /** Code of the agency written to; empty lets the letter office decide. */
  agency: z.string().max(40).default(''),
  title: text(4, 60, '标题'),
  body: text(10, 3000, '内容'),
  name: text(1, 30, '姓名'),
  phone: z
    .string()
    .trim()
    .regex(/^(1\d{10}|0\d{2,3}-?\d{7,8})$/, '请填写 11 位手机号，或带区号的固定电话'),
  /** Whether the answer may be published with the name masked. */
  mayPublish: z.boolean(),
});
export type LetterSubmission = z.infer<typeof letterSubmission>;

/**
 * A filed letter on its way from the gateway to the CMS. The gateway gives it its number and code so that a receipt
 * can be handed out while the CMS is down; sending it twice stores it once.
 */
export const caseFiling = z.strictObject({
  kind: z.literal('letter'),
  number: z.string().regex(/^\d{8}-[2-9A-HJKMNP-Z]{6}$/),
  code: z.string().regex(/^[2-9A-HJKMNP-Z]{8}$/),
  /** Instant the citizen pressed the button. */
  receivedAt: z.string(),
  submission: letterSubmission,
  /** 0 to 100: how much this looks like spam. Above 60 it waits in quarantine for a person to look. */
  suspicion: z.number().int().min(0).max(100).default(0),
});
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

/** What the tracking page shows to whoever holds number and code. */
export const caseTracking = z.object({
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
