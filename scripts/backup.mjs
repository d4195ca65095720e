// npm run backup: a copy of the whole installation, made while it runs.
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';

import { pruneBackups } from './steps/backup/manifest.mjs';
import { postgresOf } from './steps/backup/postgres.mjs';
import { makeKeyPair } from './steps/backup/seal.mjs';
import { sqliteOf } from './steps/backup/sqlite.mjs';
import { writeBackup } from './steps/backup/write.mjs';
import { install } from './steps/install.mjs';
import { at, DATA_DIR } from './steps/paths.mjs';
import { fail, say, Trouble } from './steps/say.mjs';

const HELP = `用法：npm run backup [-- 选项]

备份整个平台，不用停机：数据库、媒体、发布版本、还没转交的来信、密钥。
每份备份是一个文件夹，里面的 manifest.json 列出每个文件的校验值。

  --to 文件夹          备份放在哪里（默认 ./backups，或环境变量 BACKUP_DIR）
  --keep 份数          只留最近几份，更早的删除
  --make-key 文件      生成备份密钥：公钥留在数据目录，私钥写进这个文件，请移到别处保管
  --without-secrets    不带密钥（恢复时要另有原来的 secrets 文件夹）
  --help               显示这段说明`;

const OPTIONS = {
  to: { type: 'string' },
  keep: { type: 'string' },
  'make-key': { type: 'string' },
  'without-secrets': { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
};
const PUBLIC_KEY = path.join(DATA_DIR, 'secrets', 'backup-public.pem');

/** Places are named from where npm was called. */
const placeOf = (name) => path.resolve(process.env.INIT_CWD ?? process.cwd(), name);

function readOptions() {
  try {
    return parseArgs({ options: OPTIONS }).values;
  } catch (cause) {
    throw new Trouble(`不认识的选项：${cause.message}`, '运行 npm run backup -- --help 查看用法。');
  }
}

function makeKey(file) {
  if (!path.relative(DATA_DIR, file).startsWith('..')) throw new Trouble('私钥不能放在数据目录里', '给出数据目录之外的文件，例如 U 盘上的 restore-key.pem。');
  if (existsSync(file)) throw new Trouble(`${file} 已经有了`, '换一个文件名。');
  if (existsSync(PUBLIC_KEY)) throw new Trouble('已经有备份密钥了', `更换密钥前先移走 ${PUBLIC_KEY}；以前的备份仍要用以前的私钥打开。`);
  const { publicKey, privateKey } = makeKeyPair();
  writeFileSync(file, privateKey, { mode: 0o600, flag: 'wx' });
  mkdirSync(path.dirname(PUBLIC_KEY), { recursive: true, mode: 0o700 });
  writeFileSync(PUBLIC_KEY, publicKey, { flag: 'wx' });
  chmodSync(path.dirname(PUBLIC_KEY), 0o700);
  console.log(`备份密钥已生成。
  公钥：${PUBLIC_KEY}
  私钥：${file}
请把私钥移到这台机器之外（两处，例如保险柜里的 U 盘），再删掉这里的。没有它，备份里的密钥谁也打不开。`);
}

function readPublicKey(withoutSecrets) {
  if (withoutSecrets) return undefined;
  if (existsSync(PUBLIC_KEY)) return readFileSync(PUBLIC_KEY, 'utf8');
  throw new Trouble('还没有备份密钥，密钥文件夹（secrets）不能封存进备份', '先运行一次 npm run backup -- --make-key 私钥文件；确实不要带密钥，就加 --without-secrets。');
}

function readKeep(text) {
  const keep = Number(text);
  if (!Number.isInteger(keep) || keep < 1) throw new Trouble(`--keep ${text} 不是份数`, '写一个不小于 1 的整数，例如 --keep 14。');
  return keep;
}

async function main() {
  const options = readOptions();
  if (options.help) return console.log(HELP);
  if (options['make-key']) return makeKey(placeOf(options['make-key']));
  const keep = options.keep === undefined ? undefined : readKeep(options.keep);
  const publicKey = readPublicKey(options['without-secrets']);
  await install();
  const to = placeOf(options.to ?? process.env.BACKUP_DIR ?? at('backups'));
  const url = process.env.DATABASE_URL;
  const made = await writeBackup({ dataDir: DATA_DIR, database: url ? postgresOf(url) : sqliteOf(DATA_DIR), to, publicKey, now: new Date() });
  say(`备份完成：${made.folder}，${made.files} 个文件，${(made.bytes / 1e6).toFixed(1)} MB`);
  const removed = keep ? pruneBackups(to, keep) : [];
  if (removed.length) say(`删除了 ${removed.length} 份更早的备份：${removed.join('、')}`);
}

main().catch(fail);
