import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

const NONCE = 12;
const TAG = 16;
const VERSION = 'v1.';

/** Seals addresses and secrets of robots: whoever copies the database cannot speak as the city. */
export interface Sealing {
  /** @param about What the value belongs to: it opens nowhere else. */
  seal(text: string, about: string): string;
  /** @throws {Error} When the value was altered, moved, or sealed with another key. */
  open(sealed: string, about: string): string;
}

/** Makes the sealing for an installation's ENCRYPTION_KEY. */
export function createSealing(key: string): Sealing {
  const derived = Buffer.from(hkdfSync('sha256', key, '', 'mingchuang/review/robots', 32));
  return {
    seal(text, about) {
      const nonce = randomBytes(NONCE);
      const cipher = createCipheriv('aes-256-gcm', derived, nonce).setAAD(Buffer.from(about));
      return VERSION + Buffer.concat([nonce, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]).toString('base64');
    },
    open(sealed, about) {
      const bytes = Buffer.from(sealed.slice(VERSION.length), 'base64');
      const decipher = createDecipheriv('aes-256-gcm', derived, bytes.subarray(0, NONCE), { authTagLength: TAG });
      decipher.setAAD(Buffer.from(about)).setAuthTag(bytes.subarray(-TAG));
      return decipher.update(bytes.subarray(NONCE, -TAG), undefined, 'utf8') + decipher.final('utf8');
    },
  };
}
