import { LETTER_LIMITS, shanghaiDate, workingDeadline, type LetterFiling } from '@mingchuang/content';
import { z } from 'zod';

import { seal, unseal } from '../secrets/seal.ts';

const receipt = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('letter'), number: z.string(), code: z.string(), dueOn: z.string(), limit: z.number(), queued: z.boolean() }),
  z.object({ kind: z.literal('opinion'), number: z.string(), code: z.string(), queued: z.boolean() }),
  // Nothing to follow: nobody knows whose answer it was.
  z.object({ kind: z.literal('survey-answer'), title: z.string(), path: z.string() }),
]);
export type Receipt = z.infer<typeof receipt>;

/** Address below which receipts are shown. */
export const RECEIPTS = '/letters/receipt/';
/** How long a receipt can be looked at again: whoever uses the same computer later must not find it. */
const LIFE = 10 * 60 * 1000;
const CONTEXT = 'receipt';

/** What the citizen is told: number, code and the last day for the answer. */
export function writeReceipt({ number, code, receivedAt, submission }: LetterFiling, queued: boolean): Receipt {
  const limit = LETTER_LIMITS[submission.purpose];
  const { dueOn } = workingDeadline(shanghaiDate(receivedAt), limit);
  return { kind: 'letter', number, code, dueOn, limit, queued };
}

/** The address of a receipt. All of it is sealed into the address, so that nothing has to be remembered here. */
export function receiptPath(key: Buffer, value: Receipt, now: number): string {
  return `${RECEIPTS}${seal(key, JSON.stringify([now + LIFE, value]), CONTEXT).toString('base64url')}/`;
}

export type ReceiptRead = { kind: 'receipt'; receipt: Receipt } | { kind: 'expired' } | { kind: 'unknown' };

export function readReceipt(key: Buffer, path: string, now: number): ReceiptRead {
  const text = unseal(key, Buffer.from(path.slice(RECEIPTS.length, -1), 'base64url'), CONTEXT);
  if (text === undefined) return { kind: 'unknown' };
  const [until, value] = z.tuple([z.number(), receipt]).parse(JSON.parse(text));
  return now < until ? { kind: 'receipt', receipt: value } : { kind: 'expired' };
}

export function isReceiptPath(path: string): boolean {
  return path.startsWith(RECEIPTS) && /^[A-Za-z0-9_-]{40,1200}\/$/.test(path.slice(RECEIPTS.length));
}
