// The list of what a backup holds, and the backups of a folder.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import path from 'node:path';

import { Trouble } from '../say.mjs';
import { digestFile, forEach } from './files.mjs';

export const FORMAT = 1;
export const MANIFEST = 'manifest.json';
export const SEALED = 'secrets.sealed.json';
const NAME = /^mingchuang-\d{8}T\d{9}Z$/;

/** Name of the folder of a backup made now. */
export const nameOf = (now) => `mingchuang-${now.toISOString().replace(/[-:.]/g, '')}`;

/** One digest over all files: sealed secrets are bound to it, so that no file can be swapped unnoticed. */
export function digestOfList(files) {
  const lines = files.map(({ path: name, bytes, sha256 }) => `${sha256} ${bytes} ${name}\n`).sort();
  return createHash('sha256').update(lines.join('')).digest('hex');
}

/** Finished backups in a folder, oldest first. */
export function listBackups(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder).filter((name) => NAME.test(name) && existsSync(path.join(folder, name, MANIFEST))).sort();
}

/** Deletes all but the newest backups, and what broken-off ones left. @returns Names of the deleted ones. */
export function pruneBackups(folder, keep) {
  const old = listBackups(folder).slice(0, -keep);
  const broken = readdirSync(folder).filter((name) => NAME.test(name.replace(/\.partial$/, '')) && name.endsWith('.partial'));
  for (const name of [...old, ...broken]) rmSync(path.join(folder, name), { recursive: true, force: true });
  return old;
}

/** @throws {Trouble} When the folder is no finished backup, or one of a newer version. */
export function readManifest(folder) {
  const file = path.join(folder, MANIFEST);
  if (!existsSync(file)) throw new Trouble(`${folder} 不是一份完整的备份`, `备份是一个含有 ${MANIFEST} 的文件夹，名字像 mingchuang-20261126T031500000Z。`);
  let manifest;
  try {
    manifest = JSON.parse(readFileSync(file, 'utf8'));
  } catch (cause) {
    throw new Trouble(`${file} 读不懂`, '这份备份坏了，请换一份。', { cause });
  }
  if (manifest.format !== FORMAT) throw new Trouble(`这份备份的格式是 ${manifest.format}，这个版本只认识 ${FORMAT}`, '用做备份时的版本或更新的版本恢复。');
  return manifest;
}

/**
 * Reads every file of a backup and compares it with the list.
 * @throws {Trouble} Naming the files that are missing or changed.
 */
export async function verifyFiles(folder, { files }, onFile) {
  const bad = [];
  let seen = 0;
  await forEach(files, async ({ path: name, bytes, sha256 }) => {
    const file = path.resolve(folder, name);
    if (!file.startsWith(path.resolve(folder) + path.sep)) throw new Trouble(`清单里的“${name}”指到了备份之外`, '这份备份被改动过，请换一份。');
    const size = (await stat(file).catch(() => undefined))?.size;
    if (size === undefined) bad.push(`${name}（没有了）`);
    else if (size !== bytes || (await digestFile(file)) !== sha256) bad.push(`${name}（内容变了）`);
    onFile?.(++seen, files.length);
  });
  if (bad.length) throw new Trouble(`备份坏了：${bad.length} 个文件不对`, `什么也没有改动。请换一份备份。\n${bad.sort().slice(0, 10).join('\n')}`);
}
