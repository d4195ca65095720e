import { createHash } from 'node:crypto';

import { FORM_FIELDS, type LetterSubmission } from '@mingchuang/content';

import type { Visit } from '../pages/answer.ts';
import { createLimit } from './limits.ts';
import { scoreSuspicion } from './suspicion.ts';
import type { FirstView } from './view-token.ts';

/** Remembers, for a while and in memory only, what letters came before, to judge the next. */
export interface SpamWatch {
  /** Counts a letter. @returns 0 when it may come, otherwise the seconds until the address may send another. */
  admit(visitor: string, now: number): number;
  /** How suspicious a letter is, 0 to 100. */
  suspect(visit: Visit, first: FirstView, submission: LetterSubmission): number;
}

const HOUR = 60 * 60 * 1000;
const REMEMBERED = 50_000;

/** @param lettersPerHour From one address: a whole village may share one. */
export function createSpamWatch(lettersPerHour: number): SpamWatch {
  const letters = createLimit(lettersPerHour, HOUR);
  /** By digest of a text: the showing of the form it first came with, so that a double click is no repetition. */
  const texts = new Map<string, { nonce: string; at: number }>();

  const isRepeated = (body: string, nonce: string, now: number): boolean => {
    const digest = createHash('sha256').update(body.replace(/\s/g, '')).digest('base64url');
    const seen = texts.get(digest);
    if (seen && now - seen.at < 24 * HOUR) return seen.nonce !== nonce;
    texts.delete(digest);
    texts.set(digest, { nonce, at: now });
    if (texts.size > REMEMBERED) texts.delete(texts.keys().next().value!);
    return false;
  };

  return {
    admit: (visitor, now) => letters.take(visitor, now),
    suspect: ({ view, form, visitor, headers }, first, { title, body }) =>
      scoreSuspicion({
        text: `${title}\n${body}`,
        trapFilled: (form[FORM_FIELDS.trap] ?? '') !== '',
        seconds: (view.now - first.at) / 1000,
        earlier: letters.count(visitor, view.now) - 1,
        repeated: isRepeated(body, first.nonce, view.now),
        likeABrowser: headers['user-agent'] !== undefined && (headers.origin ?? headers['sec-fetch-site']) !== undefined,
      }),
  };
}
