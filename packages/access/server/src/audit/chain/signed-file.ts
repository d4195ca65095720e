import { createHash, createPublicKey, verify } from 'node:crypto';
import { createReadStream, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';

import type { AuditKeys } from './keys.ts';

/** SHA-256 of a file, hex. */
export async function digestOfFile(file: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(file)) hash.update(chunk as Buffer);
  return hash.digest('hex');
}

/** The two files beside a signed one: its digest as `sha256sum` writes it, and the Ed25519 signature of that line. */
export const companionsOf = (file: string) => ({ digest: `${file}.sha256`, signature: `${file}.sha256.sig` });

/** Signs a file. Large files are read once, a piece at a time. Answers its digest. */
export async function signFile(keys: AuditKeys, file: string): Promise<string> {
  const digest = await digestOfFile(file);
  const line = `${digest}  ${basename(file)}\n`;
  const companions = companionsOf(file);
  writeFileSync(companions.digest, line);
  writeFileSync(companions.signature, Buffer.from(keys.sign(Buffer.from(line)), 'base64'));
  return digest;
}

/** Says in Chinese what is wrong with a signed file, or nothing. */
export async function findForgery(file: string, publicKeyPem: string): Promise<string | undefined> {
  const { digest, signature } = companionsOf(file);
  const name = basename(file);
  if (!existsSync(file)) return `没有文件 ${name}`;
  if (!existsSync(digest) || !existsSync(signature)) return `${name} 旁边缺少 ${basename(digest)} 或 ${basename(signature)}`;
  const line = readFileSync(digest);
  if (!verify(null, line, createPublicKey(publicKeyPem), readFileSync(signature))) return `${name} 的签名不对：不是用这把密钥签的，或校验值被改动过`;
  if (line.toString('utf8').split(/\s+/)[0] !== (await digestOfFile(file))) return `${name} 的内容被改动过：和签名时的校验值不同`;
  return undefined;
}
