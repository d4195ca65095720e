import { createPrivateKey, createPublicKey, generateKeyPairSync, sign, verify } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';

import { writeDurably } from './durable.ts';

export interface ReleaseKey {
  sign(bytes: Uint8Array): string;
  verify(bytes: Uint8Array, signature: string): boolean;
}

/**
 * Loads the Ed25519 key releases are signed with. When there is none yet it is made, with its public half beside it
 * (`release-key.pem` → `release-key.pub.pem`) for the gateway.
 * @throws {Error} When the file is not an Ed25519 private key.
 */
export function loadReleaseKey(file: string): ReleaseKey {
  if (!existsSync(file)) {
    const pair = generateKeyPairSync('ed25519');
    writeDurably(publicKeyFile(file), pair.publicKey.export({ type: 'spki', format: 'pem' }));
    writeDurably(file, pair.privateKey.export({ type: 'pkcs8', format: 'pem' }), 0o600);
  }
  const privateKey = createPrivateKey(readFileSync(file));
  if (privateKey.asymmetricKeyType !== 'ed25519') throw new Error(`${file} 不是 Ed25519 私钥`);
  const publicKey = createPublicKey(privateKey);
  return {
    sign: (bytes) => sign(null, bytes, privateKey).toString('base64'),
    verify: (bytes, signature) => verify(null, bytes, publicKey, Buffer.from(signature, 'base64')),
  };
}

function publicKeyFile(file: string): string {
  return file.endsWith('.pem') ? file.replace(/\.pem$/, '.pub.pem') : `${file}.pub`;
}
