// Writes a backup while the platform runs: database, media, releases, letters under way, sealed secrets.
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { at } from '../paths.mjs';
import { during, say, Trouble } from '../say.mjs';
import { copyFolder, digestFile, listFiles } from './files.mjs';
import { digestOfList, FORMAT, listBackups, MANIFEST, nameOf, readManifest, SEALED } from './manifest.mjs';
import { seal } from './seal.mjs';
import { copyDatabase } from './sqlite.mjs';

/** Which release is served or held: read before the releases, so that they never name one that was not copied. */
const POINTERS = new Set(['current', 'hold']);
/** Small databases beside the CMS's: letters not handed over yet, the record of publications, sizes of pictures made. */
const SMALL_DATABASES = ['queue.db', 'ledger.db', 'pictures.db'];
/** The same of a further site, below `sites`. */
const isPointer = (name) => name.includes('/releases/') && POINTERS.has(path.basename(name));
/** Files of DATA_DIR itself that belong to the installation. */
const MARKERS = ['without-demo', 'sites.json'];

const inside = (folder, place) => !path.relative(folder, place).startsWith('..');

/** @throws {Trouble} When the place would be part of what it backs up. */
function prepareFolder(dataDir, to) {
  if (inside(dataDir, to)) throw new Trouble(`备份不能放在数据目录里面：${to}`, '用 --to 指定另一个位置，最好在另一块磁盘上。');
  mkdirSync(to, { recursive: true, mode: 0o700 });
}

async function copyMedia(dataDir, into, previous, dump) {
  const uploads = path.join(dataDir, 'uploads');
  const began = Date.now();
  const copy = (options) => copyFolder(uploads, { name: 'uploads', into, ...previous, ...options });
  const before = await during('复制媒体文件', (detail) => copy({ onFile: (done, of) => detail(`${done}/${of}`) }));
  await during('复制数据库', dump);
  // What was added or replaced meanwhile may be named by the database. What was deleted stays in the backup.
  const known = new Set(before.map((entry) => entry.path));
  const isOld = (name) => known.has(`uploads/${name}`) && statSync(path.join(uploads, name), { throwIfNoEntry: false })?.mtimeMs < began;
  const later = await copy({ skip: isOld });
  const newer = new Set(later.map((entry) => entry.path));
  return [...before.filter((entry) => !newer.has(entry.path)), ...later];
}

async function copyReleases(dataDir, into, previous) {
  const copy = (name, options) => copyFolder(path.join(dataDir, name), { name, into, ...previous, ...options });
  return during('复制发布版本', async (detail) => [
    ...(await copy('releases', { skip: (name) => !POINTERS.has(name) })),
    ...(await copy('releases', { skip: (name) => POINTERS.has(name) || name.endsWith('.tmp') })),
    ...(await copy('sites', { skip: (name) => !isPointer(name) })),
    ...(await copy('sites', { skip: (name) => !name.includes('/releases/') || isPointer(name) || name.endsWith('.tmp') })),
    ...(await copy('objects', { skip: (name) => name.startsWith('tmp/'), onFile: (done, of) => detail(`${done}/${of}`) })),
  ]);
}

/** Archived rows of the audit, after the database: rows that were archived meanwhile are in one of them at least. */
const copyAudit = (dataDir, into, previous) => copyFolder(path.join(dataDir, 'audit', 'archive'), { name: 'audit/archive', into, ...previous, skip: (name) => name.endsWith('.partial') });

async function copySmall(dataDir, into) {
  const sites = existsSync(path.join(dataDir, 'sites')) ? readdirSync(path.join(dataDir, 'sites')) : [];
  const ledgers = sites.map((site) => `sites/${site}/ledger.db`);
  for (const name of [...SMALL_DATABASES, ...ledgers]) {
    if (!existsSync(path.join(dataDir, name))) continue;
    mkdirSync(path.dirname(path.join(into, 'state', name)), { recursive: true });
    await copyDatabase(path.join(dataDir, name), path.join(into, 'state', name));
  }
  for (const name of MARKERS) if (existsSync(path.join(dataDir, name))) copyFileSync(path.join(dataDir, name), path.join(into, 'state', name));
}

async function describe(into, folders) {
  const entries = [];
  for (const folder of folders)
    for (const name of await listFiles(path.join(into, folder))) {
      const file = path.join(into, folder, name);
      entries.push({ path: `${folder}/${name}`, bytes: statSync(file).size, sha256: await digestFile(file) });
    }
  return entries;
}

async function sealSecrets(dataDir, publicKey, about) {
  const folder = path.join(dataDir, 'secrets');
  const files = {};
  for (const name of await listFiles(folder)) files[name] = readFileSync(path.join(folder, name)).toString('base64');
  return seal(Buffer.from(JSON.stringify({ files })), publicKey, about);
}

/** The backup before, to take unchanged files over from. One that cannot be read is no reason not to make a new one. */
function findPrevious(to) {
  const name = listBackups(to).at(-1);
  if (!name) return {};
  try {
    return { previous: path.join(to, name), known: new Map(readManifest(path.join(to, name)).files.map((entry) => [entry.path, entry])) };
  } catch {
    return {};
  }
}

/**
 * Writes a backup; it appears under its name only once it is whole.
 * @param options `dataDir`; `database` from `sqliteOf` or `postgresOf`; `to` the folder of backups; `publicKey` PEM, or
 *   undefined to leave the secrets out; `now`.
 * @returns `folder`, `files` and `bytes`.
 * @throws {Trouble}
 */
export async function writeBackup({ dataDir, database, to, publicKey, now }) {
  prepareFolder(dataDir, to);
  const folder = path.join(to, nameOf(now));
  const partial = `${folder}.partial`;
  if (existsSync(folder) || existsSync(partial)) throw new Trouble(`${folder} 已经有了`, '另一个备份正在进行；等它做完再试。');
  mkdirSync(path.join(partial, 'state'), { recursive: true, mode: 0o700 });

  const previous = findPrevious(to);
  const media = await copyMedia(dataDir, partial, previous, () => database.dump(partial));
  const audit = await copyAudit(dataDir, partial, previous);
  const releases = await copyReleases(dataDir, partial, previous);
  await copySmall(dataDir, partial);
  const files = [...media, ...audit, ...releases, ...(await describe(partial, ['database', 'state']))].sort((a, b) => (a.path < b.path ? -1 : 1));

  if (publicKey) writeFileSync(path.join(partial, SEALED), JSON.stringify(await sealSecrets(dataDir, publicKey, digestOfList(files))));
  else say('没有带上密钥（secrets）：只凭这份备份，来信人的姓名和电话打不开');
  const { version } = JSON.parse(readFileSync(at('package.json'), 'utf8'));
  const manifest = { format: FORMAT, madeAt: now.toISOString(), version, database: database.kind, secrets: publicKey ? 'sealed' : 'left-out', files };
  writeFileSync(path.join(partial, MANIFEST), JSON.stringify(manifest, null, 1));
  renameSync(partial, folder);
  return { folder, files: files.length, bytes: files.reduce((sum, { bytes }) => sum + bytes, 0) };
}
