import { createHash, createHmac, createPrivateKey, createPublicKey, generateKeyPairSync, hkdfSync, type KeyObject, sign, timingSafeEqual } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Seals rows for this installation and signs what leaves it. */
export interface AuditKeys {
  publicKeyPem: string;
  /** Twelve hex digits by which people tell keys apart. */
  fingerprint: string;
  /** Keyed digest no one can make who has the database alone. */
  seal(text: string): string;
  isSealed(text: string, seal: string): boolean;
  /** Ed25519, base64. Anybody verifies it with the public key. */
  sign(bytes: Uint8Array): string;
}

const PRIVATE = 'audit-private.pem';
const PUBLIC = 'audit-public.pem';

/**
 * Loads the key of the audit from `<dataDir>/secrets`, making it at the first boot.
 * @throws {Error} When the private key is gone while the public one is there, or cannot be read.
 */
export function loadAuditKeys(dataDir: string): AuditKeys {
  const folder = join(dataDir, 'secrets');
  const file = join(folder, PRIVATE);
  if (!existsSync(file)) makeKeys(folder);
  return keysOf(readFileSync(file, 'utf8'));
}

function makeKeys(folder: string): void {
  if (existsSync(join(folder, PUBLIC))) {
    throw new Error(`审计私钥 ${join(folder, PRIVATE)} 不见了。请从备份取回；确实没有了，就把旧公钥 ${PUBLIC} 移到别处留存，再启动，会生成新的一对。`);
  }
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const pair = generateKeyPairSync('ed25519', { privateKeyEncoding: { type: 'pkcs8', format: 'pem' }, publicKeyEncoding: { type: 'spki', format: 'pem' } });
  try {
    writeFileSync(join(folder, PRIVATE), pair.privateKey, { mode: 0o600, flag: 'wx' });
  } catch (error) {
    // Another process of this installation was faster: its key it is.
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return;
    throw error;
  }
  writeFileSync(join(folder, PUBLIC), pair.publicKey, { mode: 0o644 });
}

/** The keys that follow from a private key in PEM. */
export function keysOf(privateKeyPem: string): AuditKeys {
  const privateKey = createPrivateKey(privateKeyPem);
  const publicKey = createPublicKey(privateKey);
  // Sealing costs microseconds where signing every row would cost a tenth of a millisecond.
  const sealingKey = Buffer.from(hkdfSync('sha256', privateKey.export({ type: 'pkcs8', format: 'der' }), '', 'mingchuang audit seal', 32));
  const seal = (text: string) => createHmac('sha256', sealingKey).update(text).digest('hex');
  return {
    publicKeyPem: publicKey.export({ type: 'spki', format: 'pem' }) as string,
    fingerprint: fingerprintOf(publicKey),
    seal,
    isSealed: (text, given) => given.length === 64 && timingSafeEqual(Buffer.from(seal(text)), Buffer.from(given)),
    sign: (bytes) => sign(null, bytes, privateKey).toString('base64'),
  };
}

/** The short name of a public key. */
export function fingerprintOf(publicKey: KeyObject): string {
  return createHash('sha256').update(publicKey.export({ type: 'spki', format: 'der' })).digest('hex').slice(0, 12);
}
