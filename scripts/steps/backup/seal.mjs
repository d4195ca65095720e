// Seals secrets to an operator's key: X25519, HKDF-SHA-256 and AES-256-GCM of node:crypto. Who holds the public half can
// close a box and not open it.
import { createCipheriv, createDecipheriv, createPrivateKey, createPublicKey, diffieHellman, generateKeyPairSync, hkdfSync, randomBytes } from 'node:crypto';

import { Trouble } from '../say.mjs';

const PURPOSE = 'mingchuang backup secrets 1';

/** @returns PEM texts: the public half stays with the installation, the private half is kept elsewhere. */
export function makeKeyPair() {
  return generateKeyPairSync('x25519', {
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
}

/** @throws {Trouble} When the text is no X25519 key of the kind that is wanted. */
function readKey(text, create, place) {
  try {
    const key = create(text);
    if (key.asymmetricKeyType === 'x25519') return key;
  } catch {
    // Said below, with what to do.
  }
  const half = create === createPrivateKey ? '私钥' : '公钥';
  throw new Trouble(`${place} 不是备份密钥的${half}`, `备份密钥由 npm run backup -- --make-key 生成：公钥留在数据目录，私钥另行保管。`);
}

const der = (key) => key.export({ type: 'spki', format: 'der' });
const keyOf = (shared, ephemeral, recipient) =>
  Buffer.from(hkdfSync('sha256', shared, Buffer.concat([der(ephemeral), der(recipient)]), PURPOSE, 32));

/**
 * Seals bytes to a public key.
 * @param about What the bytes belong to: the box opens only beside the same text.
 */
export function seal(bytes, publicKeyPem, about) {
  const recipient = readKey(publicKeyPem, createPublicKey, '备份公钥');
  const { publicKey, privateKey } = generateKeyPairSync('x25519');
  const iv = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', keyOf(diffieHellman({ privateKey, publicKey: recipient }), publicKey, recipient), iv);
  cipher.setAAD(Buffer.from(about));
  const data = Buffer.concat([cipher.update(bytes), cipher.final()]);
  const text = (buffer) => buffer.toString('base64');
  return { version: 1, ephemeral: text(der(publicKey)), iv: text(iv), tag: text(cipher.getAuthTag()), data: text(data) };
}

/**
 * Opens a box.
 * @param place Where the private key was read from, for the message.
 * @throws {Trouble} When the key is another one, or the box or what it belongs to was changed.
 */
export function open(box, privateKeyPem, about, place = '给出的文件') {
  const privateKey = readKey(privateKeyPem, createPrivateKey, place);
  const bytes = (text) => Buffer.from(text, 'base64');
  try {
    const ephemeral = createPublicKey({ key: bytes(box.ephemeral), type: 'spki', format: 'der' });
    const recipient = createPublicKey(privateKey);
    const decipher = createDecipheriv('aes-256-gcm', keyOf(diffieHellman({ privateKey, publicKey: ephemeral }), ephemeral, recipient), bytes(box.iv));
    decipher.setAAD(Buffer.from(about));
    decipher.setAuthTag(bytes(box.tag));
    return Buffer.concat([decipher.update(bytes(box.data)), decipher.final()]);
  } catch (cause) {
    throw new Trouble('封存的密钥打不开', `要么 ${place} 不是做这份备份时用的那把私钥，要么备份被改动过。请换一把私钥，或换一份备份。`, { cause });
  }
}
