// The engine on the server, over sites of several sizes: how long PostgreSQL takes to be filled, and searches to be answered.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

import { openSearchDatabase, type SearchDatabase } from '../../packages/search/src/postgres/database.ts';
import { openServerSearch } from '../../packages/search/src/postgres/open-server-search.ts';
import { openDocumentWriter } from '../../packages/search/src/postgres/write-documents.ts';
import { DEMO_TODAY, readDemo } from '../judged/demo-search.ts';
import { corpusOf } from '../search-at-scale/corpus.ts';
import { isTitleFirst, quantile } from '../search-at-scale/metrics.ts';
import { drawQuestions } from '../search-at-scale/questions.ts';
import { openTruth } from '../search-at-scale/truth.ts';
import { findPostgres, startPostgres } from '../steps/postgres.mjs';

/** `--each 3` asks every third of the questions only. */
const { values } = parseArgs({ options: { docs: { type: 'string', default: '10000' }, characters: { type: 'string', default: '800' }, each: { type: 'string', default: '1' } } });
const folder = mkdtempSync(join(tmpdir(), 'mingchuang-server-search-'));
const demo = await readDemo(folder);
const { url, stop } = await startPostgres(await findPostgres());
const database = openSearchDatabase(url, (error) => console.error(error.message));
try {
  for (const docs of values.docs.split(',').map(Number)) console.log(JSON.stringify(await measure(database, docs, Number(values.characters))));
} finally {
  await database.close();
  await stop();
  rmSync(folder, { recursive: true });
}

async function measure(into: SearchDatabase, docs: number, characters: number) {
  const documents = [...corpusOf(demo.documents, docs, characters)];
  const writer = openDocumentWriter(into, 'city');
  const [build_s] = await timed(() => writer.build(documents));
  const [edit_s] = await timed(() => writer.update({ changed: [{ ...documents[0]!, text: `${documents[0]!.text}\n又及。` }], removed: [] }));
  const [{ bytes } = { bytes: '0' }] = await into.query<{ bytes: string }>(`SELECT sum(pg_total_relation_size(oid)) AS bytes FROM pg_class WHERE relname LIKE 'search\\_%' AND relkind = 'r'`);

  const search = openServerSearch(into);
  const ask = (query: string, limit = 10) => search({ site: 'city', words: demo.words, today: DEMO_TODAY }, { query, limit });
  const [first_s] = await timed(() => ask('公积金'));
  const drawn = drawQuestions(documents);
  const some = <Thing>(things: readonly Thing[]): Thing[] => things.filter((_, at) => at % Number(values.each) === 0);
  const titles = some(drawn.titles);
  const truth = openTruth(documents);
  const times: number[] = [];
  const asked = async (query: string) => {
    const [seconds, answer] = await timed(() => ask(query));
    times.push(seconds * 1000);
    return answer;
  };
  let titlesFirst = 0;
  for (const title of titles) {
    const { results } = await asked(title.typed);
    if (isTitleFirst(title, { results: results.map((result) => ({ url: result.url, title: result.title.join('') })) }, truth)) titlesFirst++;
  }
  for (const query of some([...drawn.judged.map((one) => one.query), ...drawn.pieces])) await asked(query);
  return {
    docs,
    build_s: round(build_s),
    edit_s: round(edit_s),
    database_mb: Math.round(Number(bytes) / 2 ** 20),
    first_s: round(first_s),
    searches: times.length,
    median_ms: Math.round(quantile(times, 0.5)),
    p95_ms: Math.round(quantile(times, 0.95)),
    most_ms: Math.round(Math.max(...times)),
    titles_first: round(titlesFirst / titles.length),
    memory_mb: Math.round(process.memoryUsage.rss() / 2 ** 20),
  };
}

async function timed<Result>(work: () => Promise<Result>): Promise<[number, Result]> {
  const since = performance.now();
  const result = await work();
  return [(performance.now() - since) / 1000, result];
}

function round(value: number): number {
  return Number(value.toFixed(2));
}
