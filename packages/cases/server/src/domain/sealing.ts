import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto';

const NONCE = 12;
const TAG = 16;
const VERSION = 'v1.';

/** Seals personal fields and hashes query codes with keys derived from CASE_KEY. */
export interface Sealing {
  /** @param about Number of the case and name of the field: a sealed value opens nowhere else. */
  seal(text: string, about: string): string;
  /** @throws {Error} When the value was altered, moved, or sealed with another key. */
  open(sealed: string, about: string): string;
  /** Keyed digest of a query code. The code has 8 random characters and the key never leaves the machine. */
  hashCode(number: string, code: string): string;
  /** Compares in constant time. */
  isCode(number: string, code: string, hash: string): boolean;
}

/**
 * Makes the sealing for a key.
 * @param key 32 bytes in base64, as CASE_KEY holds them.
 * @throws {Error} When it is not 32 bytes.
 */
export function createSealing(key: string): Sealing {
  const master = Buffer.from(key, 'base64');
  if (master.length !== 32) {
    throw new Error(`CASE_KEY 应是 32 字节的 base64（现在是 ${master.length} 字节）。可用 openssl rand -base64 32 生成。`);
  }
  const derive = (use: string) => Buffer.from(hkdfSync('sha256', master, '', `mingchuang/cases/${use}`, 32));
  const sealKey = derive('personal');
  const codeKey = derive('query-code');
  const hashCode = (number: string, code: string) =>
    createHmac('sha256', codeKey).update(`${number}\n${code}`).digest('base64');

  return {
    seal(text, about) {
      const nonce = randomBytes(NONCE);
      const cipher = createCipheriv('aes-256-gcm', sealKey, nonce).setAAD(Buffer.from(about));
      return VERSION + Buffer.concat([nonce, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]).toString('base64');
    },
    open(sealed, about) {
      const bytes = Buffer.from(sealed.slice(VERSION.length), 'base64');
      const decipher = createDecipheriv('aes-256-gcm', sealKey, bytes.subarray(0, NONCE), { authTagLength: TAG });
      decipher.setAAD(Buffer.from(about)).setAuthTag(bytes.subarray(-TAG));
      return decipher.update(bytes.subarray(NONCE, -TAG), undefined, 'utf8') + decipher.final('utf8');
    },
    hashCode,
    isCode(number, code, hash) {
      const expected = Buffer.from(hash);
      const given = Buffer.from(hashCode(number, code));
      return expected.length === given.length && timingSafeEqual(expected, given);
    },
  };
}
