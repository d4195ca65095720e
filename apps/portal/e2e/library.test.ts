import { expect, type Page } from '@playwright/test';

import { violationsOf } from './axe.ts';
import { test } from './site.ts';

const LIBRARY = '/gongkai/guifan/';
const titles = (page: Page) => page.locator('[data-part="results"] [data-slot="title"]').allTextContents();
const countOf = (page: Page, value: string) => page.locator(`[data-value="${value}"] [data-slot="count"]`).textContent();

test('the library combines filters in place, keeps them in the address and goes back', async ({ page, site }) => {
  await page.goto(site + LIBRARY);
  await page.locator('[data-value="2026"]').click();
  await expect(page.getByRole('status')).toHaveText('符合条件的文件有 4 件。');
  await page.locator('[data-value="effective"]').click();
  await expect(page).toHaveURL(/\?year=2026&validity=effective$/);
  await expect(page.getByRole('status')).toHaveText('符合条件的文件有 2 件。');
  expect(await titles(page)).toEqual(['望川市人民政府关于印发《望川市城镇老旧小区加装电梯管理办法》的通知', '望川市促进普惠托育服务发展若干措施']);
  // A facet's own choice is not counted in: one sees what changing it would give.
  expect(await countOf(page, 'amended')).toBe('1');
  expect(await countOf(page, '2026')).toBe('2');
  await expect(page.locator('[data-value="2021"]')).toBeHidden();
  await page.goBack();
  await expect(page.getByRole('status')).toHaveText('符合条件的文件有 4 件。');
  await page.goBack();
  await expect(page.locator('[data-part="whole"]')).toBeVisible();
  await expect(page.locator('[data-part="found"]')).toBeHidden();
});

test('an address with filters shows the same in both modes, and its links keep the mode', async ({ page, site }) => {
  for (const prefix of ['', '/elder']) {
    await page.goto(`${site}${prefix}${LIBRARY}?topic=city&q=电梯`);
    await expect(page.getByRole('status')).toHaveText('符合条件的文件有 1 件。');
    await expect(page.getByRole('searchbox', { name: '标题或文号里的词' })).toHaveValue('电梯');
    await expect(page.locator('[data-value="city"]')).toHaveAttribute('aria-current', 'true');
    expect(await violationsOf(page)).toEqual([]);
    await page.locator('[data-part="results"] a').click();
    await expect(page).toHaveURL(`${site}${prefix}/gongkai/guifan/202611/a8f3k2m5/`);
  }
});

test('choices can be taken back one by one or all together, also by keyboard', async ({ page, site }) => {
  await page.goto(`${site}${LIBRARY}?year=2026&validity=effective`);
  await page.getByRole('link', { name: /年份：2026 年/ }).press('Enter');
  await expect(page).toHaveURL(/\?validity=effective$/);
  await page.getByRole('searchbox', { name: '标题或文号里的词' }).fill('没有这样的词');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('status')).toHaveText('没有符合这些条件的文件，去掉一个条件试试。');
  await page.getByRole('link', { name: '去掉全部条件' }).click();
  await expect(page.locator('[data-part="whole"]')).toBeVisible();
});

test('documents that are no longer in force are marked among what was found', async ({ page, site }) => {
  await page.goto(`${site}${LIBRARY}?validity=repealed`);
  await expect(page.locator('[data-part="results"] .tag')).toHaveText('废止');
});

test('says so when the list cannot be fetched, and tries again', async ({ page, site }) => {
  await page.route('**/library.json', (route) => route.abort(), { times: 1 });
  await page.goto(`${site}${LIBRARY}?year=2026`);
  await expect(page.getByRole('status')).toContainText('没能取到文件清单');
  await page.locator('[data-value="effective"]').click();
  await expect(page.getByRole('status')).toHaveText('符合条件的文件有 2 件。');
});

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });

  test('each value leads to a list of its own', async ({ page, site }) => {
    await page.goto(site + LIBRARY);
    await expect(page.getByRole('searchbox', { name: '标题或文号里的词' })).toBeHidden();
    await page.getByText('有效性（4 类）').click();
    await page.getByRole('link', { name: /^废止/ }).click();
    await expect(page).toHaveURL(`${site}${LIBRARY}validity-repealed/`);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('行政规范性文件：废止');
    await expect(page.getByRole('link', { name: '望川市既有住宅增设电梯暂行办法' })).toBeVisible();
  });
});
