// npm run restore: brings an installation back from a backup.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';

import { postgresOf } from './steps/backup/postgres.mjs';
import { checkBackup, restoreBackup } from './steps/backup/restore.mjs';
import { sqliteOf } from './steps/backup/sqlite.mjs';
import { install } from './steps/install.mjs';
import { DATA_DIR } from './steps/paths.mjs';
import { loadSettings } from './steps/platform.mjs';
import { requireFreePort } from './steps/processes.mjs';
import { fail, say, Trouble } from './steps/say.mjs';

const HELP = `用法：npm run restore -- 备份文件夹 --key 私钥文件 [选项]

把一份备份恢复到数据目录（用 PostgreSQL 时还有 DATABASE_URL 指的数据库）。先停止平台。
先核对备份里的每一个文件，都对才动手。恢复后 npm start，发布程序会全量取一次内容。

  --key 文件           备份私钥
  --replace            数据目录或数据库里已有内容时，移到一边，换成备份里的
  --without-secrets    不恢复密钥，沿用数据目录里现有的 secrets
  --check              只核对备份，什么也不改
  --help               显示这段说明`;

const OPTIONS = {
  key: { type: 'string' },
  replace: { type: 'boolean', default: false },
  'without-secrets': { type: 'boolean', default: false },
  check: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
};

/** Places are named from where npm was called. */
const placeOf = (name) => path.resolve(process.env.INIT_CWD ?? process.cwd(), name);

function readOptions() {
  try {
    const { values, positionals } = parseArgs({ options: OPTIONS, allowPositionals: true });
    if (!values.help && positionals.length !== 1) throw new Error('请给出一个备份文件夹');
    return { ...values, folder: positionals[0] };
  } catch (cause) {
    throw new Trouble(cause.message, '运行 npm run restore -- --help 查看用法。');
  }
}

function readPrivateKey(key) {
  if (!key) return {};
  const keyPlace = placeOf(key);
  if (!existsSync(keyPlace)) throw new Trouble(`没有找到私钥 ${keyPlace}`, '检查 --key 后面的路径。');
  return { privateKey: readFileSync(keyPlace, 'utf8'), keyPlace };
}

async function requireStopped() {
  const { host, ports } = loadSettings();
  const listening = [];
  for (const [name, port] of [['门户', ports.portal], ['内容管理后台', ports.cms], ['发布程序', ports.publisher]])
    await requireFreePort(port, host, name, '').catch(() => listening.push(`${name}（端口 ${port}）`));
  if (listening.length) throw new Trouble(`平台还在运行：${listening.join('、')}`, '先停止它再恢复，否则恢复的内容会被正在运行的程序写坏。');
}

async function main() {
  const options = readOptions();
  if (options.help) return console.log(HELP);
  const given = { folder: placeOf(options.folder), withoutSecrets: options['without-secrets'], ...readPrivateKey(options.key) };
  if (options.check) {
    await checkBackup(options.key ? given : { ...given, withoutSecrets: true });
    return say(options.key ? '备份完好，私钥打得开' : '备份的每个文件都完好（没有给私钥，没有试开密钥）');
  }
  await requireStopped();
  await install();
  const url = process.env.DATABASE_URL;
  const { madeAt } = await restoreBackup({ ...given, dataDir: DATA_DIR, database: url ? postgresOf(url) : sqliteOf(DATA_DIR), replace: options.replace, now: new Date() });
  say(`已恢复到 ${new Date(madeAt).toLocaleString('zh-CN', { timeZone: 'Asia/Shanghai' })} 的状态。现在可以 npm start。`);
}

main().catch(fail);
