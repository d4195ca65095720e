import { statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

import { createStrapi } from '@strapi/strapi';

import { HELP, readArguments, type Arguments } from './arguments';
import { ErrorsFile } from './errors-file';
import { finishImport } from './finish-import';
import type { ImportReport } from './import-report';
import { importRows } from './import-rows';
import { writeReport, type SourceReport } from './report/write-report';
import { runProgram } from './review';
import { sayFinish, saySource } from './say-report';
import { readSource } from './sources/read-source';

type Strapi = Awaited<ReturnType<typeof loadStrapi>>;

/** Lines of progress come this often. */
const SECONDS = 2;

/** Speaks at once and then every few seconds. */
function createTicker(): (say: () => string) => void {
  let said = performance.now();
  return (say) => {
    if (performance.now() - said < SECONDS * 1000) return;
    said = performance.now();
    console.log(say());
  };
}

const folderOf = (source: string) => (statSync(source).isDirectory() ? source : dirname(source));

async function importSource(strapi: Strapi, source: string, { mapping, filesFolder, dryRun }: Arguments): Promise<ImportReport> {
  const errors = new ErrorsFile(source);
  const started = performance.now();
  const seconds = () => (performance.now() - started) / 1000;
  const tick = createTicker();
  const report = await importRows(readSource(source, mapping), {
    strapi,
    mapping,
    filesFolder: filesFolder ?? folderOf(source),
    dryRun,
    now: new Date(),
    onProblem: (row, problems) => errors.add(row, problems),
    onProgress: ({ rows }, { progress }) => tick(() => `正在导入：${rows} 条，${(progress * 100).toFixed(0)}%，每秒 ${(rows / seconds()).toFixed(0)} 条`),
  });
  saySource(source, report, { seconds: seconds(), dryRun });
  if (!dryRun) await recordImport(strapi, source, report);
  const place = await errors.close();
  if (place) console.log(`  没有搬来的在 ${place}`);
  return report;
}

/** What one file brought, in sum: the rows themselves are written past the document service. */
async function recordImport(strapi: Strapi, source: string, { rows, created, updated, unchanged, failed, pictures, attachments }: ImportReport): Promise<void> {
  const audit = strapi.plugin('access').service('audit') as unknown as { record(entry: object): Promise<void> };
  await audit.record({ action: 'import.source', note: basename(source), after: { rows, created, updated, unchanged, failed, pictures, attachments } });
}

/** The CMS without its web server: the same plugins, guards and database. */
async function loadStrapi() {
  const appDir = join(__dirname, '../../..');
  const strapi = await createStrapi({ appDir, distDir: join(appDir, 'dist') }).load();
  strapi.log.level = 'error';
  return strapi;
}

async function runImport(strapi: Strapi, given: Arguments): Promise<boolean> {
  const sources: SourceReport[] = [];
  for (const source of given.sources) sources.push({ source, report: await importSource(strapi, source, given) });
  const tick = createTicker();
  const finish = given.dryRun
    ? undefined
    : await finishImport(strapi, { mapping: given.mapping, now: new Date(), onStep: (done) => tick(() => `正在改好站内链接：${done} 处`) });
  sayFinish(sources, finish);
  if (given.reportFile) {
    writeFileSync(given.reportFile, writeReport(sources, finish, new Date()));
    console.log(`报告在 ${given.reportFile}`);
  }
  return sources.every(({ report }) => report.failed === 0);
}

async function main(): Promise<number> {
  const given = readArguments();
  if (!given) {
    console.log(HELP);
    return 0;
  }
  console.log('正在打开内容库…');
  const strapi = await loadStrapi();
  const isWhole = await runProgram(strapi, 'import', () => runImport(strapi, given));
  await strapi.destroy();
  return isWhole ? 0 : 2;
}

main().then(
  (code) => process.exit(code),
  (error: Error) => {
    console.error(`\n出错了：${error.message}`);
    if (['UsageError', 'MappingError'].includes(error.name)) console.error('运行 npm run import -- --help 查看用法。');
    else if (process.env.DEBUG) console.error(error);
    process.exit(1);
  },
);
