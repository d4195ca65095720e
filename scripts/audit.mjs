// npm run audit: verifies the chain of the audit, exports it signed, checks what was exported.
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { parseArgs } from 'node:util';

import { openPostgres } from './steps/audit/postgres.mjs';
import { openSqlite } from './steps/audit/sqlite.mjs';
import { build, PLUGINS } from './steps/build.mjs';
import { install } from './steps/install.mjs';
import { at, DATA_DIR } from './steps/paths.mjs';
import { during, fail, Trouble } from './steps/say.mjs';

const HELP = `用法：npm run audit -- 命令 [选项]

平台运行或停止时都可以用；用 PostgreSQL 时设置 DATABASE_URL。

  verify                          核对整条审计链：被改、被删、插入、调换、截尾的行，逐一指出
  export --from 日期 --to 日期     导出一段时间（北京时间，含首尾两天），附签名
  check 文件                       核对导出的 CSV 或归档文件的签名

  --archive 文件夹                 归档移到别处时，指出在哪里（默认 DATA_DIR/audit/archive）
  --without-archive               verify 时不核对已归档的行
  --to-folder 文件夹               export 写到哪里（默认当前文件夹）
  --key 文件                      check 用的公钥（默认 DATA_DIR/secrets/audit-public.pem）
  --help                          显示这段说明`;

const OPTIONS = {
  from: { type: 'string' },
  to: { type: 'string' },
  archive: { type: 'string' },
  'without-archive': { type: 'boolean', default: false },
  'to-folder': { type: 'string' },
  key: { type: 'string' },
  help: { type: 'boolean', default: false },
};

/** Places are named from where npm was called. */
const placeOf = (name) => path.resolve(process.env.INIT_CWD ?? process.cwd(), name);

function readOptions() {
  try {
    const { values, positionals } = parseArgs({ options: OPTIONS, allowPositionals: true });
    const [command = '', file] = positionals;
    if (!values.help && !['verify', 'export', 'check'].includes(command)) throw new Error(command ? `没有命令 ${command}` : '请给出命令：verify、export 或 check');
    if (command === 'check' && !file) throw new Error('check 后面要写一个文件');
    if (command === 'export' && !(values.from && values.to)) throw new Error('export 要有 --from 和 --to');
    return { ...values, command, file };
  } catch (cause) {
    throw new Trouble(cause.message, '运行 npm run audit -- --help 查看用法。');
  }
}

async function loadTools() {
  await install();
  for (const unit of PLUGINS.filter(({ folder }) => folder.endsWith('/access'))) await build(unit);
  return createRequire(import.meta.url)(at('packages/access/dist/server/audit/tools.js'));
}

function loadKeys({ keysOf }) {
  const file = path.join(DATA_DIR, 'secrets', 'audit-private.pem');
  if (!existsSync(file)) throw new Trouble(`没有找到审计密钥 ${file}`, '检查 DATA_DIR；密钥在平台第一次启动时生成，备份里有一份。');
  return keysOf(readFileSync(file, 'utf8'));
}

const openDatabase = () => (process.env.DATABASE_URL ? openPostgres(process.env.DATABASE_URL) : openSqlite(DATA_DIR));

async function* parsed(rows, readRow) {
  for await (const row of rows) yield readRow(row);
}

async function verify(tools, options) {
  const keys = loadKeys(tools);
  // Before the database: what is seen later than the snapshot would be missing in it.
  const sightings = tools.readSightings(DATA_DIR);
  const database = await openDatabase();
  try {
    const head = tools.readHead(await database.head());
    const files = tools.listArchive(placeOf(options.archive ?? tools.archiveFolder(DATA_DIR)));
    const forged = [];
    if (!options['without-archive']) for (const { path: file } of files) forged.push(await tools.findForgery(file, keys.publicKeyPem));
    const archived = options['without-archive'] ? undefined : tools.readArchive(files);
    const chain = { head, archived, rows: parsed(database.rows(head.archivedThrough), tools.readRow), sightings };
    const verdict = await during('核对审计链', () => tools.verifyChain(chain, keys));
    const findings = [...forged.filter(Boolean), ...verdict.findings];
    const what = `${verdict.rows} 行${verdict.archivedRows ? `，另有已归档的 ${verdict.archivedRows} 行` : ''}${options['without-archive'] && head.archivedThrough ? `（已归档的 ${head.archivedThrough} 行没有核对）` : ''}`;
    if (findings.length === 0) return console.log(`审计链完好：${what}，末端第 ${head.sequence} 行，校验值 ${head.hash.slice(0, 16)}…`);
    console.error(`审计链有 ${findings.length} 处问题（核对了 ${what}）：`);
    for (const finding of findings) console.error(`  · ${finding}`);
    console.error('怎么办：保留现场（先备份再查），对照备份、归档和日志找出原来的内容；不要改动审计表。');
    process.exitCode = 1;
  } finally {
    await database.close();
  }
}

async function exportPeriod(tools, options) {
  const keys = loadKeys(tools);
  const period = (() => {
    try {
      return tools.readPeriod(options.from, options.to);
    } catch (cause) {
      throw new Trouble(cause.message, '运行 npm run audit -- --help 查看用法。');
    }
  })();
  const folder = path.join(placeOf(options['to-folder'] ?? '.'), `审计记录_${options.from}_${options.to}`);
  if (existsSync(folder)) throw new Trouble(`${folder} 已经有了`, '换一个 --to-folder，或移走原来的。');
  const database = await openDatabase();
  try {
    const head = tools.readHead(await database.head());
    mkdirSync(folder, { recursive: true });
    const files = tools.listArchive(placeOf(options.archive ?? tools.archiveFolder(DATA_DIR)));
    async function* rows() {
      for await (const row of tools.readArchive(files)) if (row.sequence <= head.archivedThrough) yield row;
      yield* parsed(database.rows(head.archivedThrough), tools.readRow);
    }
    const made = await during('导出审计记录', () => tools.writeExport(rows(), { keys, period, folder, name: `审计记录_${options.from}_${options.to}.csv` }));
    console.log(`导出了 ${made.rows} 行，和签名一起在 ${folder}，核对方法见其中的说明。`);
  } finally {
    await database.close();
  }
}

async function check(tools, { file, key }) {
  const keyFile = key ? placeOf(key) : path.join(DATA_DIR, 'secrets', 'audit-public.pem');
  if (!existsSync(keyFile)) throw new Trouble(`没有找到公钥 ${keyFile}`, '用 --key 指出公钥文件。');
  const wrong = await tools.findForgery(placeOf(file), readFileSync(keyFile, 'utf8'));
  if (wrong) throw new Trouble(wrong, '不要采信这个文件，从平台重新导出。');
  console.log('签名正确，文件没有被改动过。');
}

async function main() {
  const options = readOptions();
  if (options.help) return console.log(HELP);
  const tools = await loadTools();
  await { verify, export: exportPeriod, check }[options.command](tools, options);
}

main().catch(fail);
