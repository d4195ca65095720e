import { createWriteStream, readFileSync, rmSync, statSync, type WriteStream } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

import { compileStrapi, createStrapi } from '@strapi/strapi';

import type { RowProblem } from './convert-row';
import { importRows, type ImportReport } from './import-rows';
import { parseMapping } from './mapping';
import { readRows, type SourceRow } from './read-rows';

const HELP = `用法：npm run import -- 文件… --mapping 映射.json [选项]

把别的系统里的内容搬进来。文件是 NDJSON（一行一个 JSON 对象），可以是 .gz 压缩的；正文可以是 HTML、Markdown 或纯文本。

  --mapping 文件   映射：源文件的字段对应哪个内容类型的哪个字段（写法见 docs/import.md）
  --dry-run        只看报告，什么也不写
  --help           显示这段说明

同一行导入两次，只会有一份；源文件里改过的行会更新。有问题的行写进“文件.errors.ndjson”，
每行和原来一样，多一个 _problems 字段说明原因；改好后可以单独再导入这个文件。`;

class UsageError extends Error {}

function readArguments() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { mapping: { type: 'string' }, 'dry-run': { type: 'boolean', default: false }, help: { type: 'boolean', default: false } },
  });
  if (values.help) return undefined;
  if (!positionals.length) throw new UsageError('请给出要导入的文件。');
  if (!values.mapping) throw new UsageError('请用 --mapping 给出映射文件。');
  return { files: positionals, mapping: parseMapping(readText(values.mapping)), dryRun: values['dry-run'] };
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    throw new UsageError(`读不到文件 ${file}`, { cause });
  }
}

/** Rows that could not be imported, in the shape of the input. */
class ErrorsFile {
  readonly #place: string;
  #stream: WriteStream | undefined;
  constructor(file: string) {
    this.#place = `${file.replace(/\.gz$/, '').replace(/\.(ndjson|jsonl)$/i, '')}.errors.ndjson`;
    rmSync(this.#place, { force: true });
  }
  add(row: SourceRow, problems: RowProblem[]): void {
    this.#stream ??= createWriteStream(this.#place);
    const value = 'unreadable' in row.value ? { _raw: row.raw } : row.value;
    const reasons = problems.map(({ field, message }) => (field ? `${field}：${message}` : message));
    this.#stream.write(`${JSON.stringify({ ...value, _line: row.line, _problems: reasons })}\n`);
  }
  async close(): Promise<string | undefined> {
    const stream = this.#stream;
    if (!stream) return undefined;
    await new Promise<void>((resolve) => stream.end(() => resolve()));
    return this.#place;
  }
}

function printReport(file: string, report: ImportReport, seconds: number, dryRun: boolean): void {
  const verb = dryRun ? '将' : '已';
  console.log(`\n${file}：共 ${report.rows} 行`);
  console.log(`  ${verb}新建 ${report.created}，${verb}更新 ${report.updated}，没有变化 ${report.unchanged}，有问题 ${report.failed}`);
  if (report.tables) console.log(`  表格 ${report.tables} 个，已加表头`);
  if (report.withoutPictures) console.log(`  ${report.withoutPictures} 行的正文里有图片没有搬来，需要人工补传`);
  console.log(`  填写情况：${Object.entries(report.filled).map(([name, count]) => `${name} ${count}`).join('，')}`);
  console.log(`  用时 ${seconds.toFixed(1)} 秒，每秒 ${(report.rows / seconds).toFixed(0)} 行`);
}

async function importFile(strapi: Awaited<ReturnType<typeof loadStrapi>>, file: string, { mapping, dryRun }: { mapping: ReturnType<typeof parseMapping>; dryRun: boolean }): Promise<boolean> {
  const errors = new ErrorsFile(file);
  const size = statSync(file).size;
  const started = performance.now();
  const seconds = () => (performance.now() - started) / 1000;
  let said = 0;
  const report = await importRows(readRows(file), {
    strapi,
    mapping,
    dryRun,
    now: new Date(),
    onProblem: (row, problems) => errors.add(row, problems),
    onProgress: ({ rows }, row) => {
      if (seconds() - said < 2) return;
      said = seconds();
      console.log(`正在导入：${rows} 行，${((row.bytes / size) * 100).toFixed(0)}%，每秒 ${(rows / seconds()).toFixed(0)} 行`);
    },
  });
  printReport(file, report, seconds(), dryRun);
  const place = await errors.close();
  if (place) console.log(`  有问题的行在 ${place}`);
  return report.failed === 0;
}

/** The CMS without its web server: the same plugins, guards and database. */
async function loadStrapi() {
  const appDir = join(__dirname, '../../..');
  const { distDir } = await compileStrapi({ appDir });
  const strapi = await createStrapi({ appDir, distDir }).load();
  strapi.log.level = 'error';
  return strapi;
}

async function main(): Promise<number> {
  const given = readArguments();
  if (!given) {
    console.log(HELP);
    return 0;
  }
  for (const file of given.files) if (!statSync(file, { throwIfNoEntry: false })) throw new UsageError(`读不到文件 ${file}`);
  console.log('正在打开内容库…');
  const strapi = await loadStrapi();
  let isWhole = true;
  for (const file of given.files) isWhole = (await importFile(strapi, file, given)) && isWhole;
  await strapi.destroy();
  return isWhole ? 0 : 2;
}

main().then(
  (code) => process.exit(code),
  (error: Error) => {
    console.error(`\n出错了：${error.message}`);
    if (error instanceof UsageError || error.name === 'MappingError') console.error('运行 npm run import -- --help 查看用法。');
    else if (process.env.DEBUG) console.error(error);
    process.exit(1);
  },
);
