// The search of sites of several sizes in a real browser, side by side with other engines.
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, loadavg, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

import { DEMO_TODAY, readDemo } from '../judged/demo-search.ts';
import { corpusOf, writeCorpus } from '../search-at-scale/corpus.ts';
import { judge } from '../search-at-scale/budgets.ts';
import { ENGINES, TITLES, type EngineName } from '../search-at-scale/engine.ts';
import { measureEngine, type Corpus, type Row } from '../search-at-scale/measure-engine.ts';
import { printTables } from '../search-at-scale/print-table.ts';
import { drawQuestions } from '../search-at-scale/questions.ts';
import { SLOW } from '../search-at-scale/slow-link.ts';
import { SLOWER } from '../search-at-scale/slow-processor.ts';
import { openTruth } from '../search-at-scale/truth.ts';
import { findBrowser } from '../steps/browser.mjs';

const USAGE = `用法：npm run bench -- search [--docs 1000,10000,100000] [--engines 名称,…] [--characters 字数] [--limit 分钟] [--memory MB] [--json 文件] [--continue]

在浏览器里测量每种规模的搜索：示例城市加上同样语言的合成文章，慢速网络（${SLOW.kilobits / 1000} Mbit/s，往返 ${SLOW.roundTripMs} 毫秒）、处理器慢 ${SLOWER} 倍；
首次搜索的流量、请求和时间，再次搜索的时间，评判过的查询（nDCG@10）、300 个标题、200 个片段，建索引的时间和内存。
--docs 默认 1000,10000；--characters 合成文章的平均字数，默认 800；--limit 建索引、提问各自最多用几分钟，默认 30；--memory 最多用多少内存。
--engines 默认全部：${ENGINES.map((name) => `${name}（${TITLES[name]}）`).join('、')}。
--continue 接着上次的 --json 文件测：那里已经有的（包括没有测成的）不再测。`;

const { values } = parseArgs({
  options: {
    docs: { type: 'string', default: '1000,10000' },
    engines: { type: 'string', default: ENGINES.join() },
    characters: { type: 'string', default: '800' },
    limit: { type: 'string', default: '30' },
    memory: { type: 'string', default: String(Math.round((totalmem() / 2 ** 20) * 0.6)) },
    json: { type: 'string' },
    continue: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});
const sizes = values.docs.split(',').map(Number);
const engines = values.engines.split(',') as EngineName[];
const [characters, minutes, megabytes] = [values.characters, values.limit, values.memory].map(Number) as [number, number, number];
if (values.help) {
  console.log(USAGE);
  process.exit(0);
}
if (![...sizes, characters, minutes, megabytes].every((count) => count > 0) || !engines.every((name) => ENGINES.includes(name))) {
  console.error(`--docs、--characters、--limit、--memory 应是正数，--engines 应是：${ENGINES.join('、')}。\n\n${USAGE}`);
  process.exit(2);
}

const rows: Row[] = values.continue && values.json && existsSync(values.json) ? (JSON.parse(readFileSync(values.json, 'utf8')) as Row[]) : [];
const missing = (docs: number) => engines.filter((engine) => !rows.some((row) => row.engine === engine && row.docs === docs));
const folder = mkdtempSync(join(tmpdir(), 'mingchuang-search-at-scale-'));
process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130));

const demo = await readDemo(folder);
const browser = await findBrowser();

async function prepare(docs: number): Promise<Corpus> {
  const documents = [...corpusOf(demo.documents, docs, characters)];
  const file = join(folder, 'corpus.ndjson');
  await writeCorpus(file, documents);
  return { docs, file, questions: drawQuestions(documents), truth: openTruth(documents), today: DEMO_TODAY, words: Buffer.from(JSON.stringify(demo.words)) };
}

for (const docs of sizes.filter((size) => missing(size).length)) {
  console.log(`${docs} documents of about ${characters} characters…`);
  const corpus = await prepare(docs);
  for (const engine of missing(docs)) {
    console.log(`  ${engine}, ${new Date().toISOString().slice(11, 19)}`);
    const smaller = rows.find((row) => row.engine === engine && row.docs < docs && row.failed !== undefined);
    const row: Row = smaller
      ? { engine, docs, measured_at: new Date().toISOString(), failed: `not tried: not measured with ${smaller.docs} either` }
      : await measureEngine(engine, corpus, join(folder, engine), { minutes, megabytes }, browser);
    if (row.failed !== undefined) console.log(`    ${row.failed}`);
    rows.push(row);
    if (values.json) writeFileSync(values.json, `${JSON.stringify(rows, null, 1)}\n`);
  }
}

printTables(rows);
if (loadavg()[2]! > availableParallelism()) console.log(`\n这台机器正忙（负载 ${loadavg()[2]!.toFixed(1)}，${availableParallelism()} 核）：时间不可靠，请空闲时再测。`);
process.exit(judge(rows).every(({ isMet }) => isMet) ? 0 : 1);
