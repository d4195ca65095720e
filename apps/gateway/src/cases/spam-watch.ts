import { createHash } from 'node:crypto';

import { FORM_FIELDS } from '@mingchuang/content';

import type { Visit } from '../pages/answer.ts';
import { createLimit } from './limits.ts';
import { scoreSuspicion } from './suspicion.ts';
import type { FirstView } from './view-token.ts';

/** How and from where something was sent. */
export interface Sending {
  visit: Visit;
  /** What limits are counted by. */
  limitKey: string;
  first: FirstView;
}

/** Remembers, for a while and in memory only, what came before, to judge the next. */
export interface SpamWatch {
  /** Counts one more. @returns 0 when it may come, otherwise the seconds until another may. */
  admit(limitKey: string, now: number): number;
  /** How suspicious it is, 0 to 100. */
  suspect(sending: Sending, text: { title: string; body: string }): number;
}

const HOUR = 60 * 60 * 1000;
const REMEMBERED = 50_000;
/** Shorter texts are written alike by many people. */
const DISTINCT = 10;

/** @param perHour Under one key. */
export function createSpamWatch(perHour: number): SpamWatch {
  const sent = createLimit(perHour, HOUR);
  /** By digest of a text: the showing of the form it first came with, so that a double click is no repetition. */
  const texts = new Map<string, { nonce: string; at: number }>();

  const isRepeated = (body: string, nonce: string, now: number): boolean => {
    const text = body.replace(/\s/g, '');
    if (text.length < DISTINCT) return false;
    const digest = createHash('sha256').update(text).digest('base64url');
    const seen = texts.get(digest);
    if (seen && now - seen.at < 24 * HOUR) return seen.nonce !== nonce;
    texts.delete(digest);
    texts.set(digest, { nonce, at: now });
    if (texts.size > REMEMBERED) texts.delete(texts.keys().next().value!);
    return false;
  };

  return {
    admit: (limitKey, now) => sent.take(limitKey, now),
    suspect: ({ visit: { view, form, headers }, limitKey, first }, { title, body }) =>
      scoreSuspicion({
        text: `${title}\n${body}`,
        trapFilled: (form[FORM_FIELDS.trap] ?? '') !== '',
        seconds: (view.now - first.at) / 1000,
        earlier: sent.count(limitKey, view.now) - 1,
        repeated: isRepeated(body, first.nonce, view.now),
        likeABrowser: headers['user-agent'] !== undefined && (headers.origin ?? headers['sec-fetch-site']) !== undefined,
      }),
  };
}
