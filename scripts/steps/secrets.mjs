// Secrets of this installation: made once, kept in DATA_DIR/secrets, readable by its owner alone.
import { generateKeyPairSync, randomBytes, randomInt } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const token = (bytes = 32) => randomBytes(bytes).toString('base64url');

const MAKE = {
  APP_KEYS: () => [token(), token(), token(), token()].join(','),
  API_TOKEN_SALT: token,
  ADMIN_JWT_SECRET: token,
  TRANSFER_TOKEN_SALT: token,
  ENCRYPTION_KEY: token,
  CASE_KEY: () => randomBytes(32).toString('base64'),
  CASE_QUEUE_KEY: () => randomBytes(32).toString('base64'),
  FEED_TOKEN: () => token(48),
  GATEWAY_TOKEN: () => token(48),
  NUDGE_SECRET: token,
  WEBHOOK_TOKEN: token,
};

/**
 * A password a person can copy by hand: three groups without characters that look alike, with all classes Strapi asks
 * for. No letter comes twice in a group, and none that stands for a digit: the CMS takes such passwords for common ones.
 */
function password() {
  const pick = (alphabet, length) => Array.from({ length }, () => alphabet[randomInt(alphabet.length)]).join('');
  const pickOnce = (alphabet, length) => {
    const left = [...alphabet];
    return Array.from({ length }, () => left.splice(randomInt(left.length), 1)[0]).join('');
  };
  return [pickOnce('bcdfghjkmnpqrtuvwxyz', 4), pickOnce('BCDFGHJKMNPQRTUVWXYZ', 4), pick('23456789', 4)].join('-');
}

function keep(file, make) {
  if (existsSync(file)) return readFileSync(file, 'utf8');
  const text = make();
  writeFileSync(file, text, { mode: 0o600, flag: 'wx' });
  return text;
}

/**
 * Loads the secrets, making those that do not exist yet.
 * @returns `keys` by name of environment variable, and the files of the release's signing key.
 */
export function loadSecrets(dataDir) {
  const folder = path.join(dataDir, 'secrets');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  chmodSync(folder, 0o700);
  const file = path.join(folder, 'keys.json');
  const keys = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
  const missing = Object.keys(MAKE).filter((name) => !keys[name]);
  for (const name of missing) keys[name] = MAKE[name]();
  if (missing.length) writeFileSync(file, JSON.stringify(keys, null, 2), { mode: 0o600 });

  const privateKey = path.join(folder, 'release-private.pem');
  const publicKey = path.join(folder, 'release-public.pem');
  if (!existsSync(privateKey)) {
    const pair = generateKeyPairSync('ed25519', {
      privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
      publicKeyEncoding: { type: 'spki', format: 'pem' },
    });
    writeFileSync(publicKey, pair.publicKey, { mode: 0o644 });
    writeFileSync(privateKey, pair.privateKey, { mode: 0o600 });
  }
  return { folder, keys, privateKey, publicKey };
}

/** Passwords of the demo accounts: made at the first start, never again. `isNew` tells whether to print them. */
export function loadDemoPasswords(folder, accounts) {
  const file = path.join(folder, 'demo-accounts.json');
  const isNew = !existsSync(file);
  const text = keep(file, () => JSON.stringify(Object.fromEntries(accounts.map((account) => [account, password()])), null, 2));
  return { file, isNew, passwords: JSON.parse(text) };
}
