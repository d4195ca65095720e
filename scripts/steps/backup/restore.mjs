// Restores a backup: everything is checked before anything is touched, and what was there is set aside, not deleted.
import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { during, say, Trouble } from '../say.mjs';
import { forEach, putFile } from './files.mjs';
import { digestOfList, readManifest, SEALED, verifyFiles } from './manifest.mjs';
import { open } from './seal.mjs';

const STAGED = 'restoring';
const SET_ASIDE = 'before-restore-';
const KINDS = { sqlite: 'SQLite', postgres: 'PostgreSQL' };

/** What is in the way of a restore: entries of DATA_DIR, but for what earlier restores set aside. */
export function findPresent(dataDir, keepSecrets) {
  if (!existsSync(dataDir)) return [];
  return readdirSync(dataDir).filter((name) => !name.startsWith(SET_ASIDE) && name !== STAGED && !(keepSecrets && name === 'secrets'));
}

function openSecrets(folder, manifest, { privateKey, keyPlace, withoutSecrets }) {
  if (withoutSecrets) return undefined;
  if (manifest.secrets === 'left-out') throw new Trouble('这份备份里没有密钥', '把原来的 secrets 文件夹放回数据目录，再加 --without-secrets 恢复。');
  if (!privateKey) throw new Trouble('要有备份私钥才能恢复密钥', '用 --key 给出私钥文件；私钥丢了就加 --without-secrets，沿用数据目录里现有的 secrets。');
  const box = JSON.parse(readFileSync(path.join(folder, SEALED), 'utf8'));
  return JSON.parse(open(box, privateKey, digestOfList(manifest.files), keyPlace).toString('utf8')).files;
}

/** Connections of others, after a moment for those whose process has just ended. */
async function countOthers(database) {
  const end = Date.now() + 5_000;
  for (;;) {
    const others = await database.othersConnected();
    if (others === 0 || Date.now() > end) return others;
    await sleep(250);
  }
}

async function refuseWhereUsed({ dataDir, database, replace, withoutSecrets }) {
  const present = findPresent(dataDir, withoutSecrets);
  if (present.length && !replace) throw new Trouble(`数据目录不是空的：${dataDir}（${present.slice(0, 5).join('、')}）`, `确定要换成备份里的内容，就加 --replace；现有的内容会移到 ${SET_ASIDE}… 文件夹里，不会删除。`);
  const others = await countOthers(database);
  if (others > 0) throw new Trouble(`数据库还有 ${others} 个连接`, '先停止所有后台进程和其他使用这个数据库的程序。');
  if (!replace && !(await database.isEmpty())) throw new Trouble('数据库不是空的', '确定要换成备份里的内容，就加 --replace；数据库里现有的内容会被替换。');
  return present;
}

function writeSecrets(folder, files) {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  for (const [name, text] of Object.entries(files)) {
    const isPublic = name.endsWith('public.pem');
    writeFileSync(path.join(folder, path.basename(name)), Buffer.from(text, 'base64'), { mode: isPublic ? 0o644 : 0o600 });
  }
}

async function stage(folder, staged, files) {
  const wanted = files.filter(({ path: name }) => !name.startsWith('database/'));
  let done = 0;
  await during('复制文件', (detail) =>
    forEach(wanted, async ({ path: name }) => {
      await putFile(path.join(folder, name), path.join(staged, name.replace(/^state\//, '')));
      detail(`${++done}/${wanted.length}`);
    }),
  );
}

function swap(dataDir, staged, present, now) {
  if (present.length) {
    const aside = path.join(dataDir, `${SET_ASIDE}${now.toISOString().replace(/[-:]|\.\d+/g, '')}`);
    mkdirSync(aside, { mode: 0o700 });
    for (const name of present) renameSync(path.join(dataDir, name), path.join(aside, name));
    say(`原来的内容移到了 ${aside}`);
  }
  for (const name of readdirSync(staged)) renameSync(path.join(staged, name), path.join(dataDir, name));
  rmSync(staged, { recursive: true });
}

/** Checks a backup from end to end without restoring it. @throws {Trouble} */
export async function checkBackup({ folder, ...keys }) {
  const manifest = readManifest(folder);
  await during('核对备份', (detail) => verifyFiles(folder, manifest, (done, of) => detail(`${done}/${of}`)));
  return { manifest, secrets: openSecrets(folder, manifest, keys) };
}

/**
 * Restores a backup into a data folder and, where one is used, a PostgreSQL database. The feed begins a new epoch: every
 * publisher takes the full export and makes the site what the restored content says.
 *
 * @param options `folder` of the backup; `dataDir`; `database`; `privateKey` PEM and its `keyPlace`; `withoutSecrets` to
 *   go on with those that are there; `replace` to set aside what is there; `now`.
 * @throws {Trouble} Before anything is touched, when the backup is damaged, the key is wrong or the place is in use.
 */
export async function restoreBackup({ folder, dataDir, database, replace, now, ...keys }) {
  const { manifest, secrets } = await checkBackup({ folder, ...keys });
  if (manifest.database !== database.kind)
    throw new Trouble(`备份的数据库是 ${KINDS[manifest.database]}，这里用的是 ${KINDS[database.kind]}`, manifest.database === 'postgres' ? '设置 DATABASE_URL 再恢复。' : '去掉 DATABASE_URL 再恢复。');
  const present = await refuseWhereUsed({ dataDir, database, replace, withoutSecrets: keys.withoutSecrets });

  const staged = path.join(dataDir, STAGED);
  rmSync(staged, { recursive: true, force: true });
  mkdirSync(path.join(staged, 'uploads'), { recursive: true });
  await stage(folder, staged, manifest.files);
  if (secrets) writeSecrets(path.join(staged, 'secrets'), secrets);
  const restored = await during('恢复数据库', () => database.restore(folder, staged, randomUUID()));
  try {
    swap(dataDir, staged, present, now);
  } catch (error) {
    await restored.undo();
    throw error;
  }
  await restored.keep();
  return manifest;
}
