import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes, randomInt } from 'node:crypto';

import { Secret, TOTP } from 'otpauth';

/** RFC 6238 as every authenticator app takes it: SHA-1, six digits, half a minute. */
const STEP = 30;
/** Steps before and after the present one that are taken, for clocks that are a little off (RFC 6238 § 5.2). */
const WINDOW = 1;
/** Capitals and digits nobody mistakes for one another. */
const ALPHABET = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
/** Recovery codes somebody gets at a time. */
export const RECOVERY_CODES = 10;

/** Seals secrets of authenticators and digests recovery codes with a key the database does not hold. */
export interface CodeBox {
  seal(secret: string): string;
  open(sealed: string): string;
  digest(userId: number, recoveryCode: string): string;
}

/** @param key The installation's ENCRYPTION_KEY. */
export function createCodeBox(key: string): CodeBox {
  const derive = (purpose: string) => Buffer.from(hkdfSync('sha256', key, '', `mingchuang second factor ${purpose}`, 32));
  const [sealing, digesting] = [derive('secret'), derive('recovery')];
  return {
    seal(secret) {
      const iv = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', sealing, iv);
      return Buffer.concat([iv, cipher.update(secret, 'utf8'), cipher.final(), cipher.getAuthTag()]).toString('base64');
    },
    open(sealed) {
      const bytes = Buffer.from(sealed, 'base64');
      const decipher = createDecipheriv('aes-256-gcm', sealing, bytes.subarray(0, 12));
      decipher.setAuthTag(bytes.subarray(-16));
      return Buffer.concat([decipher.update(bytes.subarray(12, -16)), decipher.final()]).toString('utf8');
    },
    digest: (userId, recoveryCode) => createHmac('sha256', digesting).update(`${userId}\0${plainOf(recoveryCode)}`).digest('hex'),
  };
}

/** What people type: blanks, strokes and small letters do not matter. */
const plainOf = (code: string) => code.toUpperCase().replace(/[^0-9A-Z]/g, '');

/** A new secret, base32. 160 bits (RFC 4226 § 4, R6). */
export const makeSecret = (): string => new Secret({ size: 20 }).base32;

const totpOf = (secret: string, account = '') => new TOTP({ issuer: '明窗', label: account, secret: Secret.fromBase32(secret), period: STEP, digits: 6 });

/** The address an authenticator app reads from the QR code. */
export const uriOf = (secret: string, account: string): string => totpOf(secret, account).toString();

/** The time step a code belongs to; nothing when it is wrong. */
export function stepOf(secret: string, code: string, now: Date): number | undefined {
  const token = code.replace(/\s/g, '');
  if (!/^\d{6}$/.test(token)) return undefined;
  const delta = totpOf(secret).validate({ token, timestamp: now.getTime(), window: WINDOW });
  return delta === null ? undefined : Math.floor(now.getTime() / 1000 / STEP) + delta;
}

/** New recovery codes, as people write them down: `K7QM-2XPD-9FHT`, 58 bits each. */
export function makeRecoveryCodes(pick: (below: number) => number = randomInt): string[] {
  const group = () => Array.from({ length: 4 }, () => ALPHABET[pick(ALPHABET.length)]).join('');
  return Array.from({ length: RECOVERY_CODES }, () => [group(), group(), group()].join('-'));
}
