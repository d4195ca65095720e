import { readdirSync, readFileSync, rmSync, statSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

import { createDirectWriter, createPagefindWriter, openSearchIndex, type SearchWriter } from '../src/index.ts';
import { makeDocuments } from './input/make-documents.ts';

const HELP = `Measures the search index: build, size, memory and the time of an update.

  tsx packages/search/bench/index.ts [--documents 1000] [--characters 1000] [--writer pagefind|direct|both]

  --documents   how many made documents are indexed
  --characters  their average length
  --writer      which writer; both by default, one after the other
`;

const { values } = parseArgs({
  options: {
    documents: { type: 'string', default: '1000' },
    characters: { type: 'string', default: '1000' },
    writer: { type: 'string', default: 'both' },
    help: { type: 'boolean', default: false },
  },
});

/** Peak memory of Pagefind's binary, which is a child of this process, in MB; Linux only. */
function binaryMemory(): number {
  const peaks = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => {
      try {
        return readFileSync(`/proc/${name}/status`, 'utf8');
      } catch {
        return '';
      }
    })
    .filter((status) => status.includes(`\nPPid:\t${process.pid}\n`) && status.startsWith('Name:\tpagefind'))
    .map((status) => Number(status.match(/VmHWM:\s+(\d+)/)?.[1] ?? 0) / 1024);
  return Math.max(0, ...peaks);
}

const seconds = (from: number): number => Math.round(performance.now() - from) / 1000;
const megabytes = (bytes: number): number => Math.round(bytes / 10_000) / 100;

async function measure(name: string, writer: SearchWriter, count: number, characters: number): Promise<Record<string, string | number>> {
  const dir = mkdtempSync(join(tmpdir(), 'mingchuang-bench-'));
  let memory = 0;
  let binary = 0;
  const watch = setInterval(() => {
    memory = Math.max(memory, process.memoryUsage.rss());
    binary = Math.max(binary, binaryMemory());
  }, 100);
  const index = openSearchIndex({ dir, writer });
  const documents = [...makeDocuments(count, characters)];

  const before = process.cpuUsage();
  let from = performance.now();
  const { shards } = await index.build(documents);
  const build = seconds(from);
  const { user, system } = process.cpuUsage(before);
  const files = index.files().map(({ path, file }) => ({ path, size: statSync(file).size }));
  const sizeOf = (part: RegExp) => megabytes(files.filter(({ path }) => part.test(path)).reduce((sum, { size }) => sum + size, 0));

  const updates: number[] = [];
  for (let number = 0; number < 5; number++) {
    from = performance.now();
    await index.update({ changed: [{ ...(documents[number * 7] as (typeof documents)[number]), title: `改过的标题${number}` }], removed: [] });
    updates.push(seconds(from));
  }
  from = performance.now();
  await index.update({ changed: documents.slice(100, 200), removed: [] });
  const hundred = seconds(from);
  from = performance.now();
  await index.compact();
  const compaction = seconds(from);
  clearInterval(watch);
  rmSync(dir, { recursive: true });

  return {
    writer: name,
    documents: count,
    'build s': build,
    'Node CPU s': Math.round((user + system) / 10_000) / 100,
    's per 1,000': Math.round((build / count) * 1_000_000) / 1000,
    shards,
    'postings MB': sizeOf(/pf_index$/),
    'tables MB': sizeOf(/m\.json$/),
    'texts MB': sizeOf(/\/text\//),
    files: files.length,
    'Node MB': megabytes(memory),
    'binary MB': Math.round(binary),
    'one edit s': updates.sort((a, b) => a - b)[2] ?? 0,
    '100 edits s': hundred,
    'compaction s': compaction,
  };
}

if (values.help) console.log(HELP);
else {
  const writers = { pagefind: createPagefindWriter, direct: createDirectWriter };
  for (const [name, create] of Object.entries(writers)) {
    if (values.writer !== 'both' && values.writer !== name) continue;
    const row = await measure(name, create(), Number(values.documents), Number(values.characters));
    console.log(Object.entries(row).map(([key, value]) => `${key}: ${value}`).join(' · '));
  }
}
