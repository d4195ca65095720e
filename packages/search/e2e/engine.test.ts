import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { SearchDocument, SearchWords } from '@mingchuang/content';
import { expect, test, type Page } from '@playwright/test';
import fc from 'fast-check';

import type { SearchAnswer, SearchRequest } from '../src/engine/protocol.ts';
import { createDirectWriter, createPagefindWriter, openSearchIndex, type SearchIndex, type SearchWriter } from '../src/index.ts';
import { isHan, runs } from '../src/tokens.ts';
import { QUESTION } from '../src/engine/query.ts';
import { REASON_LABELS } from '../src/engine/reason-labels.ts';
import { documents } from './documents.ts';
import { serveSearchSite, type SearchSite } from './search-site.ts';
import { holds } from './truth.ts';

const urlOf = (wanted: string): string => documents.find(({ title }) => title === wanted)!.url;
const rules: SearchWords = {
  same: [['红绿灯', '交通信号灯']],
  also: [{ typed: ['老卡'], found: ['敬老卡'] }],
  best: [
    { queries: ['投诉'], url: '/letters/write/', title: '写信' },
    { queries: ['阳台'], url: urlOf('小区水压不足'), title: '小区水压不足' },
    { queries: ['剪纸'], url: urlOf('新年贺词'), title: '新年贺词', until: '2026-10-31' },
  ],
  worst: [{ queries: ['龙舟'], url: urlOf('龙舟赛期间航道临时管制'), title: '龙舟赛期间航道临时管制' }],
  keep: ['公鸡金'],
  hot: [],
};
const HTML = '<!doctype html><html lang="zh-CN"><title>x</title><script type="module" src="%script%"></script></html>';
/** Both writers must pass the same tests; the second in several shards, so that answers are also put together. */
const writers = {
  'one shard of Pagefind’s own writer': createPagefindWriter(),
  'several shards of the direct writer': { ...createDirectWriter(), shardSize: 8000 },
};

for (const [name, writer] of Object.entries(writers)) {
  test.describe(name, () => searchTests(writer));
}

function searchTests(writer: SearchWriter): void {
  const dir = mkdtempSync(join(tmpdir(), 'mingchuang-search-'));
  let index: SearchIndex;
  let site: SearchSite;
  let page: Page;

  test.beforeAll(async ({ browser }) => {
    index = openSearchIndex({ dir, writer });
    await index.build(documents);
    site = await serveSearchSite({ index, entry: join(import.meta.dirname, 'engine-entry.ts'), pages: { '/': HTML, '/search/words.json': JSON.stringify(rules) } });
    page = await browser.newPage();
    await open();
  });
  test.afterAll(async () => {
    await site.close();
    rmSync(dir, { recursive: true });
  });

  test('the WebAssembly is loaded once, however many shards there are: two at a time break each other', async () => {
    const loaded: string[] = [];
    const note = (request: { url(): string }) => void loaded.push(new URL(request.url()).pathname.split('/').pop() ?? '');
    page.on('request', note);
    await open();
    expect(await first('剪纸')).toBe('非遗剪纸走进社区');
    page.off('request', note);
    expect(loaded.filter((name) => name.endsWith('.pagefind') || name.endsWith('.pf_meta'))).toEqual(['wasm.unknown.pagefind']);
  });

  test('after much reading the worker starts anew, and answers as before', async () => {
    await open();
    const workers: string[] = [];
    const note = (worker: { url(): string }) => void workers.push(worker.url());
    page.on('worker', note);
    const anew = await page.evaluate(async () => {
      const { askAnew } = globalThis as unknown as { askAnew(request: unknown): Promise<SearchAnswer> };
      const found: string[] = [];
      for (const query of ['剪纸', '供暖保障', '剪纸']) found.push((await askAnew({ query })).results[0]?.title.join('') ?? '');
      return found;
    });
    page.off('worker', note);
    expect(anew).toEqual(['非遗剪纸走进社区', '关于加强冬季供暖保障工作的通知', '非遗剪纸走进社区']);
    expect(workers.length).toBe(3);
  });

  async function open(): Promise<void> {
    await page.goto(site.url);
    await page.waitForFunction(() => 'ask' in globalThis);
  }

  const ask = (request: SearchRequest): Promise<SearchAnswer> =>
    page.evaluate((asked) => (globalThis as unknown as { ask(request: unknown): Promise<SearchAnswer> }).ask(asked), request as never);
  const titles = async (query: string, more: Partial<SearchRequest> = {}) =>
    (await ask({ query, ...more })).results.map(({ title }) => title.join(''));
  const first = async (query: string) => (await titles(query))[0];

  test('a title typed exactly is first', async () => {
    for (const { title } of documents) expect(await first(title)).toBe(title);
  });

  test('an alias typed exactly is first', async () => {
    for (const { title, aliases } of documents) for (const alias of aliases) expect(await first(alias), alias).toBe(title);
  });

  test('a document number is found in every form, and no other number with it', async () => {
    const forms = ['示政发〔2019〕5号', '示政发[2019]5号', '示政发2019 5号', '示政发【2019】5', '示政发（２０１９）５号', '示政发 2019年第5号', '示政发〔2019〕 第5号'];
    for (const form of forms) expect(await titles(form), form).toEqual(['关于全面推行“双随机、一公开”监管的实施意见']);
    expect(await titles('示政发〔2018〕5号')).toEqual(['住房公积金提取管理办法', '关于加强冬季供暖保障工作的通知']);
    expect(await first('示数规〔2025〕1号')).toBe('公共数据开放管理规定');
  });

  test('a document number that is wrong still finds the nearest', async () => {
    expect(await titles('示政发〔2019〕6号')).toContain('关于加强冬季供暖保障工作的通知');
  });

  test('part of a title, a phrase of the text and words in another order find their document', async () => {
    expect(await first('双随机、一公开')).toMatch('双随机、一公开');
    expect(await first('义务教育阶段学校招生')).toBe('义务教育阶段学校招生入学工作意见');
    expect(await first('坚持免试就近入学')).toBe('义务教育阶段学校招生入学工作意见');
    expect(await first('公积金 提取 父母')).toBe('加装电梯可以提取父母的公积金吗');
    expect(await first('提取公积金租房')).toBe('租房提取住房公积金');
    expect(await first('应急供水 抢修')).toBe('城镇供水条例实施办法');
    expect(await first('总则与说明')).toBe('总　则　与　说　明');
    expect(await first('GB18285')).toBe('机动车排气污染防治规定');
    expect(await titles('api接口')).toEqual(['公共数据开放管理规定']);
    expect(await titles('𠮷野社区')).toEqual(['社区食堂怎么办卡']);
  });

  test('a question is answered by the document about its matter', async () => {
    expect(await first('请问怎么换领身份证')).toBe('居民身份证换领');
    expect(await first('身份证丢了怎么办')).toBe('身份证丢了怎么办');
  });

  test('what no longer applies stands below what is in force', async () => {
    const { results } = await ask({ query: '住房公积金提取管理办法' });
    expect(results.slice(0, 2).map(({ validity }) => validity)).toEqual(['effective', 'repealed']);
    // Here the repealed one is the newer.
    expect((await ask({ query: '老年人助餐服务管理办法' })).results[0]?.validity).toBe('effective');
    expect((await ask({ query: '阶梯水价' })).results[0]?.validity).toBe('repealed');
  });

  test('facets count what each value would leave, whatever is chosen in the facet itself', async () => {
    const all = await ask({ query: '公积金', limit: 50 });
    const kinds = Object.entries(all.facets.kind);
    expect(kinds.reduce((sum, [, count]) => sum + count, 0)).toBe(all.total);
    for (const [kind, count] of kinds) {
      const narrowed = await ask({ query: '公积金', filters: { kind }, limit: 50 });
      expect(narrowed.total).toBe(count);
      expect(narrowed.results.every((result) => result.kind === kind)).toBe(true);
      expect(narrowed.facets.kind).toEqual(all.facets.kind);
    }
    const repealed = await ask({ query: '公积金', filters: { kind: 'policy', validity: 'repealed' } });
    expect(repealed.results.map(({ date }) => date)).toEqual(['2018-03-01']);
    expect(repealed.facets.validity).toEqual({ effective: 1, repealed: 1 });
    expect((await ask({ query: '身份证', filters: { year: '2026', agency: '市公安局' } })).results.map(({ url }) => url)).toHaveLength(1);
  });

  test('results by date are the newest first', async () => {
    const { results } = await ask({ query: '身份证', sort: 'date', limit: 50 });
    const dates = results.map(({ date }) => date);
    expect(dates.length).toBeGreaterThan(4);
    expect(dates).toEqual([...dates].sort().reverse());
  });

  test('pages of results follow each other without gap or overlap', async () => {
    const all = await titles('市', { limit: 50 });
    const parts = [...(await titles('市', { limit: 7 })), ...(await titles('市', { limit: 50, offset: 7 }))];
    expect(parts).toEqual(all);
  });

  test('nothing typed, punctuation and text that is nowhere find nothing and break nothing', async () => {
    for (const query of ['', '！？', '   ', '鼯鼠滑翔伞', '<script>', '"\'', '%00', '😀']) expect((await ask({ query })).total, query).toBe(0);
  });

  test('an excerpt shows what was searched for, marked', async () => {
    const [result] = (await ask({ query: '收好阳台' })).results;
    expect(result?.excerpt.filter((_, piece) => piece % 2)).toContain('收好阳台');
    const number = (await ask({ query: '示政发〔2019〕50号' })).results[0];
    expect(number?.excerpt.join('')).toContain('18摄氏度');
  });

  test('finds in other words as the rules say, both ways or one way', async () => {
    const light = '希望在望江路口增加红绿灯';
    expect(await titles('交通信号灯')).toContain(light);
    expect((await ask({ query: '交通信号灯' })).exact).toBe(0);
    expect(await first('老卡')).toBe('老年人坐公交要钱吗');
  });

  test('puts first and last what editors ruled, with pages of no index, until their day', async () => {
    const complaints = await ask({ query: '投诉' });
    expect(complaints.results[0]).toMatchObject({ url: '/letters/write/', title: ['写信'], best: true });
    expect(complaints.total).toBeGreaterThan(0);
    const [firstOne, second] = (await ask({ query: '阳台' })).results;
    expect([firstOne?.best, firstOne?.title.join(''), second?.best]).toEqual([true, '小区水压不足', undefined]);
    expect(await titles('剪纸')).toEqual(['非遗剪纸走进社区']);
    expect((await ask({ query: '阳台', sort: 'date' })).results.some(({ best }) => best)).toBe(false);
  });

  test('mends what was mistyped, offers what may be meant, and leaves alone what editors keep or visitors insist on', async () => {
    expect((await ask({ query: 'gongjijin' })).correction).toEqual({ query: '公积金', applied: true });
    expect((await ask({ query: 'gongjijin' })).total).toBeGreaterThan(5);
    expect((await ask({ query: '身芬证' })).correction).toEqual({ query: '身份证', applied: true });
    const insisted = await ask({ query: '身芬证', asTyped: true });
    expect([insisted.correction?.applied, insisted.exact]).toEqual([false, 0]);
    expect((await ask({ query: '公鸡金' })).correction).toBeUndefined();
    expect((await ask({ query: '公积金' })).correction).toBeUndefined();
  });

  test('says what each rank is made of, and orders by nothing else', async () => {
    const { results } = await ask({ query: '身份证', limit: 20, explain: true });
    const sums = results.map(({ reasons }) => reasons!.reduce((sum, { points }) => sum + points, 0));
    expect(sums).toEqual([...sums].sort((a, b) => b - a));
    const named = results.flatMap(({ reasons }) => reasons!.map(({ name }) => name));
    expect(named.filter((name) => !(name in REASON_LABELS))).toEqual([]);
    expect((await ask({ query: '身份证' })).results[0]?.reasons).toBeUndefined();
  });

  test('says how many documents it has read', async () => {
    const { searched, complete } = await ask({ query: '身份证' });
    expect([searched, complete]).toEqual([{ documents: documents.length, of: documents.length }, true]);
  });

  test('any piece of any document finds it, and every exact hit holds what was searched', async () => {
    const piece = fc
      .tuple(fc.constantFrom(...documents), fc.double({ min: 0, max: 1, noNaN: true }), fc.integer({ min: 2, max: 14 }))
      .map(([document, at, length]) => {
        const own = [document.title, ...document.aliases, document.text].flatMap(runs);
        const start = Math.floor(at * own.length * 0.999);
        const run = own[start] as string;
        const from = isHan(run) ? Math.floor(at * 7919) % Math.max(1, [...run].length - 1) : 0;
        return { document, query: [isHan(run) ? [...run].slice(from, from + length).join('') : run, ...own.slice(start + 1, start + 1 + (length % 3))].join(' ') };
      })
      .filter(({ query }) => runs(query).some((run) => !isHan(run) || [...run].length > 1));

    await fc.assert(
      fc.asyncProperty(piece, async ({ document, query }) => {
        const { results, exact } = await ask({ query, limit: 100, everything: true, asTyped: true });
        expect(results.map(({ url }) => url), query).toContain(document.url);
        const readings = [query, query.replace(QUESTION, '')].map((one) => runs(one).filter((run) => !isHan(run) || [...run].length > 1).join(' '));
        const right = (reading = '') => documents.filter((one) => reading && holds(one, reading)).map(({ url }) => url);
        const found = results.map(({ url }) => url);
        const hits = results.filter((result) => result.exact).map(({ url }) => url);
        expect(hits).toHaveLength(exact);
        expect(hits.filter((url) => !readings.flatMap(right).includes(url)), query).toEqual([]);
        expect(right(readings[0]).filter((url) => !found.includes(url)), query).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  test('an update is found by its new text, and no longer by its old', async () => {
    const edited = documents.find(({ title }) => title === '小区水压不足') as SearchDocument;
    const removed = documents.find(({ title }) => title === '新年贺词') as SearchDocument;
    expect(await titles('泵房老化')).toEqual([edited.title]);
    await index.update({
      changed: [{ ...edited, title: '高层水压', text: '鼓楼泵站扩容以后水压稳定。' }, { ...removed, url: '/article/new/', title: '鼯鼠科普馆开馆' }],
      removed: [removed.url],
    });
    await open();
    expect(await titles('泵房老化')).toEqual([]);
    expect(await titles('小区水压不足')).not.toContain(edited.title);
    expect(await titles('鼓楼泵站扩容')).toEqual(['高层水压']);
    expect(await titles('新年贺词')).toEqual([]);
    expect(await titles('鼯鼠')).toEqual(['鼯鼠科普馆开馆']);
    expect((await ask({ query: '人人奔有前程' })).results.map(({ url }) => url)).toEqual(['/article/new/']);

    await index.compact();
    await open();
    expect(await titles('泵房老化')).toEqual([]);
    expect(await titles('鼓楼泵站扩容')).toEqual(['高层水压']);
    for (const { title } of documents.slice(0, 12)) expect(await first(title)).toBe(title);
  });
}
