import { expect } from '@playwright/test';

import { PARTS } from '../src/styleguide/words.ts';
import { test } from './site.ts';

const GUIDE = '/styleguide/';

test('the style guide says what its tests found, and is kept from search engines', async ({ page, site }) => {
  await page.goto(site + GUIDE);
  await expect(page.locator('meta[name=robots]')).toHaveAttribute('content', 'noindex');
  await expect(page.getByRole('region', { name: '无障碍检测' })).toContainText(/最近一次记录的检测：\d{4}-\d\d-\d\d|还没有记录检测结果/);
  const maps = await Promise.all(['/sitemap-0.xml', '/sitemap-1.xml'].map(async (path) => (await page.request.get(site + path)).text()));
  expect(maps.join('')).toContain('/site-map/');
  expect(maps.join('')).not.toContain(GUIDE);
});

test('every part is one step away from every other', async ({ page, site }) => {
  await page.goto(site + GUIDE);
  await page.getByRole('main').getByRole('link', { name: '按钮' }).click();
  await expect(page).toHaveURL(`${site}/styleguide/controls/#button`);
  await expect(page.getByRole('heading', { name: '按钮' })).toBeInViewport();
  const parts = page.getByRole('navigation', { name: '组件分类' });
  await expect(parts.locator('[aria-current]')).toHaveText('控件');
  await parts.getByRole('link', { name: '表单' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('表单');
});

test('examples show how they look under the pointer and in focus', async ({ page, site }) => {
  await page.goto(`${site}${GUIDE}controls/`);
  const groundOf = (id: string) => page.locator(`#${id} .btn-2`).evaluate((element) => getComputedStyle(element).backgroundColor);
  expect(await groundOf('button-hover')).not.toBe(await groundOf('button-rest'));
  const outline = page.locator('#button-focus .btn-2');
  await expect(outline).toHaveCSS('outline-style', 'solid');
});

test('no example leads away', async ({ page, site }) => {
  for (const part of Object.keys(PARTS)) {
    await page.goto(`${site}${GUIDE}${part}/`);
    await expect(page.locator('.example, .stage').first()).toBeVisible();
    const away = await page.locator('.example a').evaluateAll((links) => links.map((link) => link.getAttribute('href')).filter((href) => !/^#|^tel:|^mailto:/.test(href ?? '')));
    expect(away, part).toEqual([]);
  }
});
