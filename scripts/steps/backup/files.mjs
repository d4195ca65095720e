// Copies folders into a backup and out of it, and knows each file by the SHA-256 of its bytes.
import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream, existsSync } from 'node:fs';
import { copyFile, link, mkdir, readdir, stat, utimes } from 'node:fs/promises';
import path from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** Files that are read at the same time. */
const AT_ONCE = 8;

/** @typedef {{ path: string, bytes: number, sha256: string }} FileEntry `path` with slashes, from the backup's folder. */

export async function digestFile(file) {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return hash.digest('hex');
}

/** Every file below a folder, as paths with slashes; nothing when there is no such folder. */
export async function listFiles(folder, skip = () => false) {
  if (!existsSync(folder)) return [];
  const found = [];
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const name = path.relative(folder, path.join(entry.parentPath ?? entry.path, entry.name)).split(path.sep).join('/');
    if (entry.isFile() && !skip(name)) found.push(name);
  }
  return found.sort();
}

/** Does something with each item, a few at a time. */
export async function forEach(items, work) {
  let next = 0;
  const worker = async () => {
    while (next < items.length) await work(items[next++]);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
}

/** Copies a file and answers what was copied, which may be newer than what was listed. */
export async function copyHashed(from, to) {
  const hash = createHash('sha256');
  let bytes = 0;
  const measure = new Transform({
    transform(chunk, _encoding, done) {
      hash.update(chunk);
      bytes += chunk.length;
      done(null, chunk);
    },
  });
  await mkdir(path.dirname(to), { recursive: true });
  const { atime, mtime } = await stat(from);
  await pipeline(createReadStream(from), measure, createWriteStream(to));
  await utimes(to, atime, mtime);
  return { bytes, sha256: hash.digest('hex') };
}

/**
 * Takes a file over from the backup before when it is there in the same bytes: no copy, no space. What lies there is
 * read again, so that a damaged copy is not handed on.
 * @returns Whether it was.
 */
async function takeOver({ file, to, previous, known }) {
  const old = previous && path.join(previous, file);
  const entry = known.get(file);
  if (!old || !entry || !existsSync(old)) return false;
  if ((await digestFile(old)) !== entry.sha256) return false;
  await mkdir(path.dirname(to), { recursive: true });
  return link(old, to).then(() => true, () => false);
}

/**
 * Copies a folder into a backup.
 * @param from The folder; `name` its name in the backup; `into` the backup.
 * @param options `skip` by path below the folder; `previous` the backup before and `known` its files by path; `onFile`.
 * @returns {Promise<FileEntry[]>} Files that vanished meanwhile are left out: what names them is copied later.
 */
export async function copyFolder(from, { name, into, skip, previous, known = new Map(), onFile }) {
  const entries = [];
  const files = await listFiles(from, skip);
  await forEach(files, async (below) => {
    const file = `${name}/${below}`;
    const [source, to] = [path.join(from, below), path.join(into, file)];
    try {
      const size = (await stat(source)).size;
      const isKnown = known.get(file)?.bytes === size && (await digestFile(source)) === known.get(file).sha256;
      if (isKnown && (await takeOver({ file, to, previous, known }))) entries.push({ ...known.get(file), path: file });
      else entries.push({ path: file, ...(await copyHashed(source, to)) });
      onFile?.(entries.length, files.length);
    } catch (error) {
      if (error.code !== 'ENOENT') throw error;
    }
  });
  return entries;
}

/** Copies one file without a digest. */
export async function putFile(from, to) {
  await mkdir(path.dirname(to), { recursive: true });
  await copyFile(from, to);
}
