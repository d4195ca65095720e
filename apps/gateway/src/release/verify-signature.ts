import { createPublicKey, verify, type KeyObject } from 'node:crypto';
import { readFileSync } from 'node:fs';

import { GatewayError } from '../errors.ts';

/**
 * Loads the public half of the key releases are signed with.
 * @throws {GatewayError} When the file cannot be read or holds no Ed25519 public key.
 */
export function loadPublicKey(file: string): KeyObject {
  let key: KeyObject;
  try {
    key = createPublicKey(readFileSync(file));
  } catch (cause) {
    throw new GatewayError(`发布公钥读不出来：${file}`, { cause });
  }
  if (key.asymmetricKeyType !== 'ed25519') throw new GatewayError(`发布公钥不是 Ed25519：${file}`);
  return key;
}

/** Whether `signature` (base64) was made over exactly these bytes by the holder of the private key. */
export function isSigned(bytes: Uint8Array, signature: string, key: KeyObject): boolean {
  const decoded = Buffer.from(signature.trim(), 'base64');
  return decoded.length === 64 && verify(null, bytes, key, decoded);
}
