import { createHash } from 'node:crypto';

const DIGITS_AND_LETTERS = 'abcdefghijklmnopqrstuvwxyz0123456789';
/** Without the ones that are misread over the phone, as the numbers of cases want it. */
const UNMISTAKABLE = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';

const pick = (seed: string, alphabet: string, length: number) =>
  [...createHash('sha256').update(`demo:${seed}`).digest().subarray(0, length)].map((byte) => alphabet[byte % alphabet.length]).join('');

/** The random part of a document's address: always the same for the same document, so that a broken load finds it again. */
export function publicIdOf(kind: string, key: string): string {
  return pick(`${kind}/${key}`, DIGITS_AND_LETTERS, 8);
}

/** Number and query code of a letter. @param received `2026-11-12 09:00`. */
export function caseIdentity(key: string, received: string): { number: string; code: string } {
  const day = received.slice(0, 10).replaceAll('-', '');
  return { number: `${day}-${pick(`number/${key}`, UNMISTAKABLE, 6)}`, code: pick(`code/${key}`, UNMISTAKABLE, 8) };
}

/** The instant of a moment in Shanghai, written `2026-11-12 09:00`. */
export function instantOf(moment: string): string {
  return new Date(`${moment.replace(' ', 'T')}:00+08:00`).toISOString();
}
