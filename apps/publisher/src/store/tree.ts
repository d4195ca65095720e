import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';

import { CommandError } from '../errors.ts';
import { listFiles } from './assets.ts';
import { compressForFiles } from './compress.ts';

/** A folder of files that is brought up to date: what is the same is not touched, what was not written goes last. */
export interface Tree {
  /** @throws {CommandError} When the name leads out of the folder. */
  write(name: string, bytes: Uint8Array): void;
  /** Writes a file with its compressed siblings, which are made only when the file is new. */
  writeCompressed(name: string, bytes: Uint8Array): void;
  /** Removes what was not written. @returns how many files were written, left alone and removed. */
  finish(): { written: number; unchanged: number; removed: number };
}

export function openTree(folder: string): Tree {
  const wanted = new Set<string>();
  const report = { written: 0, unchanged: 0, removed: 0 };

  const write = (name: string, bytes: Uint8Array): void => {
    if (name.split('/').includes('..')) throw new CommandError(`网址 ${name} 不能写成文件`);
    wanted.add(name);
    report[writeIfOther(folder, name, bytes) ? 'written' : 'unchanged']++;
  };

  return {
    write,
    writeCompressed(name, bytes) {
      const siblings = ['.br', '.gz'].map((suffix) => name + suffix);
      if (isSame(join(folder, name), bytes) && siblings.every((sibling) => existsSync(join(folder, sibling)))) {
        for (const sibling of siblings) wanted.add(sibling);
        report.unchanged += siblings.length;
      } else {
        // Before the file itself: killed in between, the next run sees that the file is not new yet and writes all.
        const { br, gz } = compressForFiles(bytes);
        if (br) write(`${name}.br`, br);
        if (gz) write(`${name}.gz`, gz);
      }
      write(name, bytes);
    },
    finish() {
      for (const name of listFiles(folder)) {
        if (wanted.has(name)) continue;
        rmSync(join(folder, name));
        report.removed++;
        removeEmptyFolders(folder, dirname(name));
      }
      return report;
    },
  };
}

/**
 * Copied, not linked: whoever edits an exported file must not edit the object. A replaced file is always younger by a
 * second than before: nginx makes its ETag from the time in seconds and the length.
 */
function writeIfOther(folder: string, name: string, bytes: Uint8Array): boolean {
  const file = join(folder, name);
  if (!file.startsWith(folder + sep)) throw new CommandError(`网址 ${name} 不能写成文件`);
  if (isSame(file, bytes)) return false;
  const before = statSync(file, { throwIfNoEntry: false });
  makePublicFolder(dirname(file));
  writeFileSync(`${file}.new`, bytes);
  chmodSync(`${file}.new`, 0o644);
  if (before && Math.floor(before.mtimeMs / 1000) >= Math.floor(Date.now() / 1000)) {
    const later = Math.floor(before.mtimeMs / 1000) + 1;
    utimesSync(`${file}.new`, later, later);
  }
  renameSync(`${file}.new`, file);
  return true;
}

/** Whatever the service's umask: a web server of another user reads the tree. */
function makePublicFolder(folder: string): void {
  const first = mkdirSync(folder, { recursive: true });
  if (first === undefined) return;
  for (let at = folder; at.startsWith(first); at = dirname(at)) chmodSync(at, 0o755);
}

function isSame(file: string, bytes: Uint8Array): boolean {
  return statSync(file, { throwIfNoEntry: false })?.size === bytes.length && readFileSync(file).equals(bytes);
}

function removeEmptyFolders(root: string, name: string): void {
  for (let at = name; at !== '.' && readdirSync(join(root, at)).length === 0; at = dirname(at)) rmdirSync(join(root, at));
}
