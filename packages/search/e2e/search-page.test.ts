import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';

import { expect, test } from '@playwright/test';

import { openSearchIndex } from '../src/index.ts';
import { documents } from './documents.ts';
import { serveSearchSite, type SearchSite } from './search-site.ts';

const html = readFileSync(join(import.meta.dirname, 'search.html'), 'utf8');
const dir = mkdtempSync(join(tmpdir(), 'mingchuang-search-'));
let site: SearchSite;
let failing = false;

test.beforeAll(async () => {
  const index = openSearchIndex({ dir });
  // Three documents of one word more than fit a page, so that there is a pager.
  const many = Array.from({ length: 23 }, (_, number) => ({
    url: `/article/pear-${number}/`,
    kind: 'article' as const,
    title: `梨园开花第${number}天`,
    aliases: [],
    text: '梨花开了。',
    date: `2026-04-${String(number + 1).padStart(2, '0')}`,
  }));
  await index.build([...documents, ...many]);
  site = await serveSearchSite({
    index,
    entry: join(import.meta.dirname, '../src/page/search-page.define.ts'),
    pages: { '/search/': html, '/elder/search/': html },
    fail: (path) => failing && path.endsWith('search.json'),
  });
});
test.afterAll(async () => {
  await site.close();
  rmSync(dir, { recursive: true });
});

test('asks for a query where none is in the address, and loads nothing for it', async ({ page }) => {
  const loaded: string[] = [];
  page.on('request', (request) => loaded.push(request.url()));
  await page.goto(`${site.url}/search/`);
  await expect(page.getByText('输入事项、文件名称或者文号。')).toBeVisible();
  await expect(page.getByText('搜索要用到脚本')).toBeHidden();
  expect(loaded.filter((url) => url.includes('/search/index/'))).toEqual([]);
});

test('without script it says so and offers other ways', async ({ browser }) => {
  const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  await page.goto(`${site.url}/search/?q=身份证`);
  await expect(page.getByText('搜索要用到脚本')).toBeVisible();
  await expect(page.getByText('输入事项')).toBeHidden();
});

test('shows kind, title, excerpt and facts of what the address asks for, and announces the count', async ({ page }) => {
  const problems: string[] = [];
  page.on('pageerror', ({ message }) => problems.push(message));
  page.on('console', (message) => message.type() === 'error' && !message.text().includes('404') && problems.push(message.text()));
  await page.goto(`${site.url}/search/?q=住房公积金提取管理办法`);
  await expect(page.getByRole('status')).toHaveText(/^找到 \d+ 条，第 1 页/);
  const [now, before] = await page.getByRole('listitem').filter({ has: page.getByRole('heading') }).all();
  await expect(now!.getByRole('link', { name: '住房公积金提取管理办法' })).toHaveAttribute('href', '../policy/3/');
  await expect(now!).toContainText('政策文件');
  await expect(now!.locator('time')).toHaveAttribute('datetime', '2024-06-01');
  await expect(now!.locator('mark').first()).toHaveText('住房公积金提取管理办法');
  await expect(now!.locator('[data-slot=validity]')).toBeHidden();
  await expect(before!.getByText('已废止')).toBeVisible();
  await expect(page).toHaveTitle('住房公积金提取管理办法 - 搜索 - 示例市人民政府');
  await expect(page.getByRole('searchbox')).toHaveValue('住房公积金提取管理办法');
  expect(problems).toEqual([]);
});

test('a new query, a facet and the order are kept in the address, and Back returns to each', async ({ page }) => {
  await page.goto(`${site.url}/search/`);
  await page.getByRole('searchbox').fill('身份证');
  await page.getByRole('button', { name: '搜索' }).click();
  await expect(page).toHaveURL(/\?q=%E8%BA%AB%E4%BB%BD%E8%AF%81$/);
  const total = Number((await page.getByRole('status').filter({ hasText: '找到' }).textContent())!.match(/\d+/)![0]);

  const services = page.getByRole('link', { name: /^办事/ });
  const count = Number((await services.textContent())!.match(/\d+/)![0]);
  expect(count).toBeLessThan(total);
  await services.click();
  await expect(page).toHaveURL(/kind=service/);
  await expect(page.getByRole('status')).toHaveText(new RegExp(`^找到 ${count} 条`));
  await expect(services).toHaveAttribute('aria-current', 'true');
  await expect(page.getByRole('status')).toBeFocused();
  await expect(page.getByRole('link', { name: new RegExp(`^全部 ${total}`) })).toBeVisible();

  await page.getByRole('link', { name: '按时间排列' }).click();
  await expect(page).toHaveURL(/sort=date/);
  await page.goBack();
  await page.goBack();
  await expect(page.getByRole('status')).toHaveText(new RegExp(`^找到 ${total} 条`));
  await page.reload();
  await expect(page.getByRole('heading', { name: /^分类/ })).toBeVisible();
  await expect(page.getByRole('status')).toHaveText(new RegExp(`^找到 ${total} 条`));
});

test('going back to where nothing was asked leaves no results and no facets', async ({ page }) => {
  await page.goto(`${site.url}/search/`);
  await page.getByRole('searchbox').fill('剪纸');
  await page.getByRole('searchbox').press('Enter');
  await expect(page.getByRole('link', { name: '非遗剪纸走进社区' })).toBeVisible();
  await page.goBack();
  await expect(page.getByText('输入事项、文件名称或者文号。')).toBeVisible();
  await expect(page.getByRole('link', { name: '非遗剪纸走进社区' })).toBeHidden();
  await expect(page.locator('[data-facet]:visible')).toHaveCount(0);
});

test('pages through results, and an address beyond the last page shows the last', async ({ page }) => {
  await page.goto(`${site.url}/search/?q=梨园开花`);
  const pager = page.getByRole('navigation', { name: '分页' });
  await expect(pager.getByRole('link')).toHaveText(['1', '2', '3', '下一页']);
  await pager.getByRole('link', { name: '下一页' }).click();
  await expect(pager.getByRole('link', { name: '2', exact: true })).toHaveAttribute('aria-current', 'page');
  await page.goto(`${site.url}/search/?q=梨园开花&page=9`);
  await expect(page.getByRole('status')).toHaveText('找到 23 条，第 3 页，共 3 页。');
  await expect(page).toHaveURL(/page=3/);
});

test('helps when nothing is found, and leaves the filters when they are why', async ({ page }) => {
  await page.goto(`${site.url}/search/?q=鼯鼠滑翔伞`);
  await expect(page.getByRole('status')).toHaveText('没有找到“鼯鼠滑翔伞”。');
  await expect(page.getByText('换个说法再搜一次。')).toBeVisible();
  await expect(page.getByText('不限分类再找')).toBeHidden();
  await page.goto(`${site.url}/search/?q=剪纸&kind=service`);
  await page.getByText('不限分类再找').click();
  await expect(page.getByRole('link', { name: '非遗剪纸走进社区' })).toBeVisible();
});

test('says when the index cannot be reached, and tries again', async ({ page }) => {
  failing = true;
  await page.goto(`${site.url}/search/?q=剪纸`);
  await expect(page.getByRole('status')).toHaveText('搜索暂时打不开。');
  failing = false;
  await page.getByRole('button', { name: '再试一次' }).click();
  await expect(page.getByRole('link', { name: '非遗剪纸走进社区' })).toBeVisible();
});

test('results opened from the elderly address stay in it', async ({ page }) => {
  await page.goto(`${site.url}/elder/search/?q=剪纸`);
  const link = page.getByRole('link', { name: '非遗剪纸走进社区' });
  expect(await link.evaluate((element: HTMLAnchorElement) => new URL(element.href).pathname)).toMatch(/^\/elder\/article\//);
});

test('what is typed is never taken for markup', async ({ page }) => {
  await page.goto(`${site.url}/search/?q=${encodeURIComponent('<img src=x onerror=alert(1)>')}`);
  await expect(page.getByRole('status')).toHaveText('没有找到“<img src=x onerror=alert(1)>”。');
});

test('engine and page script are small', () => {
  const sizeOf = (isCounted: (name: string) => boolean) =>
    [...site.scripts].filter(([name]) => isCounted(name)).reduce((sum, [, script]) => sum + brotliCompressSync(script).length, 0);
  // Loaded only by who types Traditional characters, mistypes, types what editors have ruled on, finds nothing, or searches the sister sites, where a server searches, and on sites of more than one tier.
  const isDictionary = (name: string) => /^(?:.*\/)?traditional-/.test(name);
  const isMender = (name: string) => /^(?:.*\/)?mend-/.test(name);
  const isGroup = (name: string) => /^(?:.*\/)?(?:group|ask-server)-/.test(name);
  const isSmall = (name: string) => /^(?:.*\/)?(?:bets|holders|nearest)-/.test(name);
  expect(sizeOf((name) => !isDictionary(name) && !isMender(name) && !isGroup(name) && !isSmall(name))).toBeLessThan(15_000);
  expect(sizeOf(isSmall)).toBeGreaterThan(500);
  expect(sizeOf(isSmall)).toBeLessThan(2000);
  expect(sizeOf(isGroup)).toBeGreaterThan(500);
  expect(sizeOf(isGroup)).toBeLessThan(2000);
  expect(sizeOf(isMender)).toBeGreaterThan(1000);
  expect(sizeOf(isMender)).toBeLessThan(20_000);
  expect(sizeOf(isDictionary)).toBeGreaterThan(1000);
  expect(sizeOf(isDictionary)).toBeLessThan(20_000);
});
