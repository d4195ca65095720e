import { createWriteStream } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

import type { AuditKeys } from '../chain/keys.ts';
import type { AuditRow } from '../chain/row.ts';
import { companionsOf, signFile } from '../chain/signed-file.ts';
import { csvHead, csvLine } from './csv.ts';
import type { Period } from './period.ts';

/** Files of an export, all in one folder. */
export interface Export {
  csv: string;
  files: string[];
  rows: number;
}

const guide = (name: string, fingerprint: string) => `审计记录及其签名

${name}  审计记录，可用 Excel 或 WPS 打开。以 = + - @ 开头的内容前面加了一个单引号，避免被当作公式。
${name}.sha256      它的校验值（SHA-256）
${name}.sha256.sig  校验值的签名（Ed25519）
audit-public.pem    公钥，编号 ${fingerprint}。请和平台管理员另行交给您的公钥比对，确认是同一把。

核对方法（Linux、macOS，或 Windows 上的 Git Bash；OpenSSL 3.0 以上）：
  sha256sum -c ${name}.sha256
  openssl pkeyutl -verify -pubin -inkey audit-public.pem -rawin -in ${name}.sha256 -sigfile ${name}.sha256.sig
第一行应答“OK”（成功），第二行应答 Signature Verified Successfully。
在平台上也可以：npm run audit -- check ${name}
`;

/**
 * Writes the rows of a period as CSV, signed, with the public key and how to verify it.
 * @param rows In order; those outside of the period are left out.
 */
export async function writeExport(rows: AsyncIterable<AuditRow>, { keys, period, folder, name }: { keys: AuditKeys; period: Period; folder: string; name: string }): Promise<Export> {
  const csv = join(folder, name);
  let count = 0;
  async function* lines() {
    yield csvHead();
    for await (const row of rows) {
      if (row.at! < period.from || row.at! >= period.before) continue;
      count++;
      yield csvLine(row);
    }
  }
  await pipeline(Readable.from(lines()), createWriteStream(csv, { mode: 0o600 }));
  await signFile(keys, csv);
  const companions = companionsOf(csv);
  const publicKey = join(folder, 'audit-public.pem');
  const readMe = join(folder, '核对方法.txt');
  await writeFile(publicKey, keys.publicKeyPem);
  await writeFile(readMe, `\ufeff${guide(name, keys.fingerprint)}`);
  return { csv, files: [csv, companions.digest, companions.signature, publicKey, readMe], rows: count };
}
