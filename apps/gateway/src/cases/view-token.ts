import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/** When a form was first shown, and which showing it was. */
export interface FirstView {
  /** Milliseconds since the epoch. */
  at: number;
  /** Unguessable, different for each token. */
  nonce: string;
}

/** A form may stay open this long. */
const LIFE = 24 * 60 * 60 * 1000;
const sign = (key: Buffer, text: string) => createHmac('sha256', key).update(text).digest().subarray(0, 18);

/** Makes the token that goes into a form as a hidden field. */
export function createViewToken(key: Buffer, now: number): string {
  const text = `${now.toString(36)}.${randomBytes(12).toString('base64url')}`;
  return `${text}.${sign(key, text).toString('base64url')}`;
}

/** What a token says, or nothing when it is not ours, from the future or too old. */
export function readViewToken(key: Buffer, token: string, now: number): FirstView | undefined {
  const [time = '', nonce = '', signature = ''] = token.split('.');
  const given = Buffer.from(signature, 'base64url');
  const right = sign(key, `${time}.${nonce}`);
  if (given.length !== right.length || !timingSafeEqual(given, right)) return undefined;
  const at = Number.parseInt(time, 36);
  return at <= now && now - at <= LIFE ? { at, nonce } : undefined;
}
