import { expect } from '@playwright/test';

import { test } from './site.ts';

const NOTICE = '/gongkai/guifan/202611/a8f3k2m5/';

test('繁體 is one link away, keeps to itself and leads back to the same page', async ({ page, site }) => {
  await page.goto(site + NOTICE);
  await page.getByRole('link', { name: '繁體' }).click();
  await expect(page).toHaveURL(`${site}/hant${NOTICE}`);
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-Hant');
  await page.getByRole('navigation', { name: '主導航' }).getByRole('link').nth(1).click();
  await expect(page).toHaveURL(/\/hant\/[a-z]+\/$/);
  await page.getByRole('link', { name: '简体' }).click();
  await expect(page).toHaveURL(/:\d+\/(?!hant)[a-z]+\/$/);
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN');
});

test('it is remembered, and goes with the elderly mode', async ({ page, site }) => {
  await page.goto(`${site}/hant${NOTICE}`);
  await page.getByRole('link', { name: '長者版' }).click();
  await expect(page).toHaveURL(`${site}/elder/hant${NOTICE}`);
  await page.getByRole('link', { name: '简体' }).click();
  await expect(page).toHaveURL(`${site}/elder${NOTICE}`);
  await page.getByRole('link', { name: '繁體' }).click();
  await expect(page).toHaveURL(`${site}/elder/hant${NOTICE}`);
  await page.goto(`${site}/`);
  await expect(page).toHaveURL(`${site}/elder/hant/`);
  await page.getByRole('link', { name: '標準版' }).click();
  await expect(page).toHaveURL(`${site}/hant/`);
});

test('it works without script', async ({ browser, site }) => {
  const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  await page.goto(`${site}/elder/`);
  await page.getByRole('link', { name: '繁體' }).click();
  await expect(page).toHaveURL(`${site}/elder/hant/`);
  await page.getByRole('link', { name: '標準版' }).click();
  await expect(page).toHaveURL(`${site}/hant/`);
});

test('search understands Traditional characters and answers in them', async ({ page, site }) => {
  await page.goto(`${site}/hant/search/`);
  await page.getByRole('searchbox').fill('辦理居住證');
  await page.keyboard.press('Enter');
  const first = page.locator('.hits li').first();
  await expect(first).toContainText('居住證');
  await expect(first.locator('mark').first()).toHaveText(/居住證/);
  await first.getByRole('link').click();
  await expect(page).toHaveURL(/\/hant\/fuwu\//);
});

test('agencies to narrow down by are named in Traditional characters, and narrow down', async ({ page, site }) => {
  await page.goto(`${site}/hant/search/?q=辦理`);
  const agency = page.locator('[data-facet=agency]');
  await agency.locator('summary').click();
  const name = agency.getByRole('link', { name: /醫療保障局/ });
  await name.click();
  await expect(page.locator('.hits li').first()).toBeVisible();
  await expect(agency.locator('[data-slot=chosen]')).toContainText('醫療保障局');
});

test('search understands them on a page in 简体 as well', async ({ page, site }) => {
  await page.goto(`${site}/search/?q=居住證`);
  await expect(page.locator('.hits li').first()).toContainText('居住证');
});
