import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { expect, test, type Page } from '@playwright/test';

import type { SearchAnswer, SearchRequest } from '../src/engine/protocol.ts';
import { openSearchIndex, type SearchIndex } from '../src/index.ts';
import { documents } from './documents.ts';
import { serveSearchSite, type SearchSite } from './search-site.ts';

const ALONE = '{"www.shili.example":"示例市"}';
const html = readFileSync(join(import.meta.dirname, 'search.html'), 'utf8').replace(ALONE, '{"www.shili.example":"示例市","www.linjiang.example":"临江区","www.nanhu.example":"南湖区"}');
const ENGINE = '<!doctype html><html lang="zh-CN"><title>x</title><script type="module" src="%script%"></script></html>';
/** Every third document is of the same site. */
const ofSite = (site: number) => documents.filter((_, number) => number % 3 === site);

/** The documents on three sites, and all of them on one. */
test.describe('several sites searched as one', () => {
  const dir = mkdtempSync(join(tmpdir(), 'mingchuang-group-'));
  let [group, whole]: SearchSite[] = [];
  let silent: { host: string; file: RegExp } | undefined;

  test.beforeAll(async () => {
    const indexes = ['city', 'linjiang', 'nanhu', 'whole'].map((name) => openSearchIndex({ dir: join(dir, name) }));
    await Promise.all(indexes.map((index, site) => index.build(site === 3 ? documents : ofSite(site))));
    const [index, linjiang, nanhu, all] = indexes as [SearchIndex, SearchIndex, SearchIndex, SearchIndex];
    const entry = join(import.meta.dirname, 'group-entry.ts');
    const pages = { '/': ENGINE, '/search/': html, '/elder/search/': html, '/search/words.json': '{"same":[],"also":[],"best":[],"worst":[],"keep":[],"hot":[]}' };
    const fail = (path: string, host: string) => host === silent?.host && silent.file.test(path);
    group = await serveSearchSite({ index, sisters: { linjiang, nanhu }, entry, pages, fail });
    whole = await serveSearchSite({ index: all, entry, pages });
  });
  test.beforeEach(() => (silent = undefined));
  test.afterAll(async () => {
    await Promise.all([group, whole].map((site) => site?.close()));
    rmSync(dir, { recursive: true });
  });

  async function askAt(page: Page, url: string): Promise<(request: SearchRequest) => Promise<SearchAnswer>> {
    await page.goto(url);
    await page.waitForFunction(() => 'ask' in globalThis);
    return (request) => page.evaluate((asked) => (globalThis as unknown as { ask(request: unknown): Promise<SearchAnswer> }).ask(asked), request as never);
  }

  test('they answer as one index with the documents of all: the same results, numbers and facets, in the same order', async ({ browser }) => {
    const [one, other] = [await browser.newPage(), await browser.newPage()];
    const askGroup = await askAt(one, `${group!.url}/?sister=linjiang&sister=nanhu`);
    const askWhole = await askAt(other, whole!.url);
    const seen = ({ results, facets, ...answer }: SearchAnswer) => ({
      ...answer,
      silent: [],
      facets: { ...facets, site: {} },
      results: results.map(({ url, title, excerpt, reasons, exact, meant }) => ({ url, title, excerpt, reasons, exact, meant })),
    });
    const queries = ['公积金', '身份证', '老人', '停水', '居住证 报名', '示政发〔2019〕5号', '怎么换驾照', '外地看病怎么报销', '双随机', '市民政局 补贴'];
    for (const query of queries)
      for (const sort of ['rank', 'date'] as const) {
        const asked = { query, sort, limit: 50, explain: true };
        expect(seen(await askGroup({ ...asked, everywhere: true })), `${query} by ${sort}`).toEqual(seen(await askWhole(asked)));
      }
    const { total, facets } = await askGroup({ query: '身份证', everywhere: true });
    expect(Object.values(facets.site).reduce((sum, count) => sum + count, 0)).toBeLessThanOrEqual(total);
    const own = await askGroup({ query: '身份证' });
    expect(own.total).toBeLessThan(total);
    expect(own.results.every(({ site }) => site === undefined)).toBe(true);
    await Promise.all([one.close(), other.close()]);
  });

  test('a visitor changes over to all sites and back, sees whose each result is and stays in the mode', async ({ page }) => {
    await page.goto(`${group!.url}/elder/search/?q=身份证`);
    const status = page.getByRole('status');
    await expect(status).toHaveText(/^找到 \d+ 条/);
    const numberOf = async () => Number((await status.textContent())!.match(/\d+/)![0]);
    const own = await numberOf();
    await expect(page.locator('[data-slot=site]:visible')).toHaveCount(0);
    await expect(page.getByRole('link', { name: '本站' })).toHaveAttribute('aria-current', 'true');

    await page.getByRole('link', { name: '全部网站' }).focus();
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/&sites=all$/);
    await expect(status).toBeFocused();
    await expect(status).toHaveText(/^找到 \d+ 条/);
    await expect(page.getByRole('link', { name: '全部网站' })).toHaveAttribute('aria-current', 'true');
    const all = await numberOf();
    expect(all).toBeGreaterThan(own);
    const ofDistrict = page.getByRole('listitem').filter({ has: page.locator('[data-slot=site]', { hasText: '临江区' }) }).first();
    const { port } = new URL(group!.url);
    await expect(ofDistrict.getByRole('link')).toHaveAttribute('href', new RegExp(`^http://linjiang\\.localhost:${port}/elder/\\w+/`));

    await page.getByRole('link', { name: /^临江区/ }).click();
    await expect(page).toHaveURL(/site=www\.linjiang\.example/);
    await expect(page.locator('[data-slot=site]:visible').first()).toHaveText('临江区');
    const names = await page.locator('[data-part=results] [data-slot=site]').allTextContents();
    expect(new Set(names)).toEqual(new Set(['临江区']));

    await page.getByRole('link', { name: '本站' }).click();
    await expect(page).toHaveURL(/\?q=[^&]*$/);
    await expect(status).toHaveText(new RegExp(`^找到 ${own} 条`));
  });

  test('a new query goes on in all sites, and the address alone brings them back', async ({ page }) => {
    await page.goto(`${group!.url}/search/?q=公积金&sites=all`);
    await expect(page.getByRole('status')).toHaveText(/^找到/);
    await page.getByRole('searchbox').fill('身份证');
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/q=%E8%BA%AB%E4%BB%BD%E8%AF%81&sites=all$/);
  });

  // The first file that is asked for, and the last.
  for (const file of [/search\.json$/, /\/text\//])
    test(`when a site has no ${file.source} the others answer, it is named, and can be asked again`, async ({ page }) => {
      silent = { host: 'linjiang', file };
      await page.goto(`${group!.url}/search/?q=身份证&sites=all`);
      const status = page.getByRole('status');
      await expect(status).toHaveText(/^找到 \d+ 条.*临江区没有回应。$/);
      await expect(page.locator('[data-slot=site]', { hasText: '南湖区' }).first()).toBeVisible();
      await expect(page.locator('[data-part=results] [data-slot=site]', { hasText: '临江区' })).toHaveCount(0);
      silent = undefined;
      await page.getByRole('button', { name: '再问一次' }).click();
      await expect(status).not.toHaveText(/没有回应/);
      await expect(page.locator('[data-part=results] [data-slot=site]', { hasText: '临江区' }).first()).toBeVisible();
      await expect(page.getByRole('button', { name: '再问一次' })).toBeHidden();
    });
});
