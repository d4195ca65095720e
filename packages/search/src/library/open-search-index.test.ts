import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { SearchDocument } from '@mingchuang/content';
import { afterEach, describe, expect, test } from 'vitest';

import type { Catalogue, ResultText } from '../format.ts';
import { unpackTable, type PackedTable } from '../packed-table.ts';
import { openSearchIndex, type SearchIndex } from './open-search-index.ts';
import { createPagefindWriter } from './pagefind-writer.ts';
import type { SearchWriter } from './writer.ts';

const dirs: string[] = [];
const newDir = () => dirs[dirs.push(mkdtempSync(join(tmpdir(), 'mingchuang-library-'))) - 1] as string;
afterEach(() => dirs.splice(0).forEach((dir) => rmSync(dir, { recursive: true })));

const letter = (number: number, more: Partial<SearchDocument> = {}): SearchDocument => ({
  url: `/letters/${number}/`,
  kind: 'letter',
  title: `第${number}封来信`,
  aliases: [],
  text: `来信人反映第${number}号路灯不亮。`,
  date: `2026-01-${String((number % 28) + 1).padStart(2, '0')}`,
  ...more,
});
const letters = (count: number) => Array.from({ length: count }, (_, number) => letter(number));

/** What a visitor can reach: address → content of every served file. */
const served = (index: SearchIndex) => new Map(index.files().map(({ path, file }) => [path, readFileSync(file).toString('base64')]));
const read = <Content>(index: SearchIndex, path: string): Content =>
  JSON.parse(readFileSync(index.files().find((one) => one.path === `/search/index/${path}`)?.file ?? '', 'utf8')) as Content;
const catalogue = (index: SearchIndex) => read<Catalogue>(index, 'search.json');

/** Addresses of the documents that can be found, hidden rows left out. */
const findable = (index: SearchIndex) =>
  catalogue(index)
    .shards.flatMap(({ hash, count, hide }) =>
      Array.from({ length: count }, (_, row) => row)
        .filter((row) => !hide.includes(row))
        .map((row) => read<ResultText>(index, `${hash}/text/${row}-0.json`).url),
    )
    .sort();
const urls = (documents: readonly SearchDocument[]) => documents.map(({ url }) => url).sort();
const small = (): SearchWriter => ({ ...createPagefindWriter(), shardSize: 4000 });

describe('openSearchIndex', () => {
  test('writes the indexes of several sites at once, each as if it were alone', async () => {
    const [alone, first, second] = [1, 2, 3].map(() => openSearchIndex({ dir: newDir(), writer: small() })) as [SearchIndex, SearchIndex, SearchIndex];
    await alone.build(letters(40));
    await Promise.all([first.build(letters(40)), second.build(letters(4)).then(() => second.update({ changed: [letter(9)], removed: [] }))]);
    expect(served(first)).toEqual(served(alone));
    expect(findable(second)).toEqual(urls([...letters(4), letter(9)]));
  });

  test('gives equal files for equal documents, in whatever order they come', async () => {
    const documents = letters(12);
    const one = openSearchIndex({ dir: newDir(), writer: small() });
    const other = openSearchIndex({ dir: newDir(), writer: small() });
    await one.build(documents);
    await other.build((async function* () {
      yield* [...documents].reverse();
    })());
    expect(served(other)).toEqual(served(one));
    expect(catalogue(one).shards.length).toBeGreaterThan(1);
  });

  test('serves the script and WebAssembly once, and only the catalogue may not be cached', async () => {
    const index = openSearchIndex({ dir: newDir() });
    await index.build(letters(3));
    const paths = index.files().map(({ path }) => path);
    expect(paths).toContain('/search/index/pagefind-1.6.0/pagefind.js');
    expect(paths).toContain('/search/index/pagefind-1.6.0/wasm.unknown.pagefind');
    expect(paths.filter((path) => path.includes('fragment') || path.includes('draft'))).toEqual([]);
    expect(index.files().filter(({ immutable }) => !immutable).map(({ path }) => path)).toEqual(['/search/index/search.json']);
  });

  test('puts what is in force and new first, whatever has lapsed last', async () => {
    const index = openSearchIndex({ dir: newDir() });
    const { date: _, ...undated } = letter(9, { kind: 'service' });
    await index.build([letter(1, { validity: 'repealed', date: '2026-10-01' }), letter(2, { date: '2020-01-01' }), letter(3, { date: '2025-01-01' }), undated]);
    const [shard] = catalogue(index).shards;
    const order = [0, 1, 2, 3].map((row) => read<ResultText>(index, `${shard?.hash}/text/${row}-0.json`).url);
    expect(order).toEqual(['/letters/9/', '/letters/3/', '/letters/2/', '/letters/1/']);
    expect(unpackTable(read<PackedTable>(index, `${shard?.hash}/m.json`)).validity).toEqual({ values: ['', 'repealed'], at: [0, 0, 0, 1] });
  });

  test('an update writes the hot shard only and hides what it replaces', async () => {
    const index = openSearchIndex({ dir: newDir(), writer: small(), hotSize: 2 });
    const documents = letters(12);
    await index.build(documents);
    const before = catalogue(index).shards;

    const edited = letter(4, { title: '改过的来信' });
    expect(await index.update({ changed: [edited, letter(40)], removed: ['/letters/7/', '/nowhere/'] })).toEqual({ hot: 2, compactionDue: false });
    expect(findable(index)).toEqual(urls([...documents.filter(({ url }) => url !== '/letters/7/'), letter(40)]));
    const [hot, ...lasting] = catalogue(index).shards;
    expect(lasting.map(({ hash }) => hash)).toEqual(before.map(({ hash }) => hash));
    expect(hot?.count).toBe(2);

    expect(await index.update({ changed: [letter(4, { title: '又改了' })], removed: ['/letters/40/'] })).toMatchObject({ hot: 1 });
    expect(await index.update({ changed: [letter(41), letter(42)], removed: [] })).toEqual({ hot: 3, compactionDue: true });
    expect(findable(index)).toEqual(urls([...documents.filter(({ url }) => url !== '/letters/7/'), letter(41), letter(42)]));
  });

  test('a removed document can come back', async () => {
    const index = openSearchIndex({ dir: newDir() });
    await index.build(letters(2));
    await index.update({ changed: [], removed: ['/letters/1/'] });
    expect(findable(index)).toEqual(['/letters/0/']);
    await index.update({ changed: [letter(1)], removed: [] });
    expect(findable(index)).toEqual(['/letters/0/', '/letters/1/']);
  });

  test('compaction keeps every document once, with nothing hidden in what it wrote', async () => {
    const index = openSearchIndex({ dir: newDir(), writer: small() });
    const documents = letters(12);
    await index.build(documents);
    await index.update({ changed: [letter(2, { title: '改过' }), letter(50)], removed: ['/letters/3/', '/letters/4/'] });
    const kept = findable(index);
    expect((await index.compact()).rewritten).toBeGreaterThan(0);
    expect(findable(index)).toEqual(kept);
    expect(catalogue(index).shards.flatMap(({ hide }) => hide)).toEqual([]);
    expect((await index.compact()).rewritten).toBe(0);
  });

  test('keeps serving the shards of the index before, for pages that are open', async () => {
    const index = openSearchIndex({ dir: newDir() });
    await index.build(letters(2));
    const [old] = catalogue(index).shards;
    await index.build(letters(3));
    expect(served(index).has(`/search/index/${old?.hash}/m.json`)).toBe(true);
    await index.build(letters(4));
    expect(served(index).has(`/search/index/${old?.hash}/m.json`)).toBe(false);
  });

  test('a run that stops half-way leaves the index as it was, and its remains go with the next', async () => {
    const dir = newDir();
    const writer = small();
    const index = openSearchIndex({ dir, writer });
    await index.build(letters(6));
    const before = served(index);

    let shards = 0;
    const failing = openSearchIndex({
      dir,
      writer: {
        ...writer,
        write: (rows) => (++shards === 2 ? Promise.reject(new Error('the machine stopped')) : writer.write(rows)),
      },
    });
    await expect(failing.build(letters(12))).rejects.toThrow('the machine stopped');
    // Killed between the state and the catalogue, or while drafting a file.
    writeFileSync(join(dir, 'public', 'search.json'), '{"shards":[]}');
    writeFileSync(join(dir, 'state.json.draft'), '{"ver');

    const reopened = openSearchIndex({ dir, writer });
    expect(catalogue(reopened)).toEqual(JSON.parse(Buffer.from(before.get('/search/index/search.json') ?? '', 'base64').toString()));
    expect(findable(reopened)).toEqual(urls(letters(6)));
    await reopened.update({ changed: [letter(8)], removed: [] });
    expect(findable(reopened)).toEqual(urls([...letters(6), letter(8)]));
    const folders = readdirSync(join(dir, 'public')).filter((name) => /^[0-9a-f]{16}/.test(name));
    expect(folders.sort()).toEqual(catalogue(reopened).shards.map(({ hash }) => hash).sort());
  });

  test('the same documents built again put right what was damaged in their shard', async () => {
    const dir = newDir();
    const index = openSearchIndex({ dir });
    await index.build(letters(3));
    const whole = served(index);
    const shard = join(dir, 'public', catalogue(index).shards[0]!.hash);
    writeFileSync(join(shard, 'm.json'), '{"pagefind"');
    rmSync(join(shard, 'text', '1-0.json'));
    writeFileSync(join(shard, 'text', 'stray.json'), '{}');
    await openSearchIndex({ dir }).build(letters(3));
    const now = served(openSearchIndex({ dir }));
    expect([...now.keys()]).toEqual([...whole.keys()]);
    expect([...now].flatMap(([path, content]) => (content === whole.get(path) ? [] : [path]))).toEqual([]);
  });

  test('an operation waits for the one before it', async () => {
    const index = openSearchIndex({ dir: newDir() });
    await Promise.all([index.build(letters(2)), index.update({ changed: [letter(5)], removed: [] }), index.update({ changed: [letter(6)], removed: ['/letters/0/'] })]);
    expect(findable(index)).toEqual(['/letters/1/', '/letters/5/', '/letters/6/']);
  });

  test('an index of nothing is an index', async () => {
    const index = openSearchIndex({ dir: newDir() });
    expect(await index.build([])).toEqual({ documents: 0, shards: 0 });
    expect(catalogue(index)).toEqual({ shards: [] });
    await index.update({ changed: [letter(1)], removed: [] });
    expect(findable(index)).toEqual(['/letters/1/']);
  });

  test('says where the state is when it cannot be read', () => {
    const dir = newDir();
    writeFileSync(join(dir, 'state.json'), '{');
    expect(() => openSearchIndex({ dir })).toThrow(`The state of the search index in ${join(dir, 'state.json')} cannot be read`);
  });
});
