import { expect } from '@playwright/test';

import { violationsOf } from './axe.ts';
import { test } from './site.ts';

const queryOf = (url: string) => Object.fromEntries(new URL(url).searchParams);

test('what is typed is found, narrowed down and kept in the address', async ({ page, site }) => {
  await page.goto(`${site}/search/`);
  await page.getByRole('searchbox').fill('公积金');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('status')).toHaveText(/^找到 \d+ 条$/);
  await expect(page.locator('.hits > li').first()).toContainText('提取住房公积金（租房）');
  expect(queryOf(page.url())).toEqual({ q: '公积金' });

  await page.locator('.side').getByRole('link', { name: /^政策文件/ }).click();
  await expect(page.getByRole('status')).toBeFocused();
  await expect(page.locator('.hits .tag[data-slot=kind]')).toHaveText(['政策文件', '政策文件']);
  await expect(page.locator('.side').getByRole('link', { name: /^政策文件/ })).toHaveAttribute('aria-current', 'true');
  expect(queryOf(page.url())).toMatchObject({ q: '公积金', kind: 'policy' });

  await page.goBack();
  await expect(page.locator('.hits > li').first()).toContainText('提取住房公积金（租房）');
});

test('further filters are folded, open by keyboard and say what is chosen', async ({ page, site }) => {
  await page.goto(`${site}/search/?q=公积金`);
  const validity = page.locator('details[data-facet=validity]');
  await expect(validity).toBeVisible();
  await expect(validity.getByRole('link').first()).toBeHidden();
  await validity.locator('summary').focus();
  await page.keyboard.press('Enter');
  await validity.getByRole('link', { name: /现行有效/ }).focus();
  await page.keyboard.press('Enter');
  await expect(page.locator('.hits > li')).toHaveCount(1);
  await expect(validity.locator('[data-slot=chosen]')).toContainText('现行有效');
});

test('on a phone the first result is on the first two screens, in both modes', async ({ page, site }) => {
  await page.setViewportSize({ width: 375, height: 700 });
  for (const prefix of ['', '/elder']) {
    await page.goto(`${site}${prefix}/search/?q=公积金`);
    const box = await page.locator('.hits > li').first().boundingBox();
    expect(box!.y, prefix).toBeLessThan(1400);
    const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(over).toBeLessThanOrEqual(0);
  }
});

test('the elderly address keeps to itself, from question to result', async ({ page, site }) => {
  await page.goto(`${site}/elder/search/`);
  await page.getByRole('searchbox').fill('居住证');
  await page.getByRole('button', { name: '搜索' }).click();
  await expect(page).toHaveURL(/\/elder\/search\/\?q=/);
  await page.getByRole('link', { name: /办理居住证/ }).first().click();
  await expect(page).toHaveURL(`${site}/elder/fuwu/geren/202608/jzz3m9x1/`);
});

for (const prefix of ['', '/elder'])
  for (const width of [375, 1440])
    test(`results have no accessibility violation${prefix && ' in elderly mode'} at ${width} px`, async ({ page, site }) => {
      await page.setViewportSize({ width, height: 900 });
      await page.goto(`${site}${prefix}/search/?q=公积金`);
      await expect(page.locator('.hits > li').first()).toBeVisible();
      expect(await violationsOf(page)).toEqual([]);
    });

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });

  test('the page says so and shows other ways', async ({ page, site }) => {
    await page.goto(`${site}/search/?q=公积金`);
    await expect(page.getByRole('heading', { name: '这里的搜索要用到脚本' })).toBeVisible();
    await expect(page.locator('main').getByRole('link', { name: '站点地图' })).toBeVisible();
    for (const filter of await page.locator('main details').all()) await expect(filter).toBeHidden();
  });
});
