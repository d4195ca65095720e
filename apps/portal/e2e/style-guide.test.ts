import { expect } from '@playwright/test';

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

test('examples show how they look under the pointer and in focus, and lead nowhere', async ({ page, site }) => {
  await page.goto(site + GUIDE);
  const groundOf = (id: string) => page.locator(`#${id} .btn-2`).evaluate((element) => getComputedStyle(element).backgroundColor);
  expect(await groundOf('button-hover')).not.toBe(await groundOf('button-rest'));
  const outline = page.locator('#button-focus .btn-2');
  await expect(outline).toHaveCSS('outline-style', 'solid');
  const away = await page.locator('.example a').evaluateAll((links) => links.map((link) => link.getAttribute('href')).filter((href) => !/^#|^tel:|^mailto:/.test(href ?? '')));
  expect(away).toEqual([]);
});
