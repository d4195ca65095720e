import { expect, type Page } from '@playwright/test';

import { test } from './site.ts';

const CONTROLS = '/styleguide/controls/';
const POLICY = '/gongkai/guifan/202611/a8f3k2m5/';

const topOf = (page: Page, selector: string) => page.locator(selector).evaluate((element) => element.getBoundingClientRect().top);

test.describe('beside a long text on a desk', () => {
  test.use({ viewport: { width: 1280, height: 800 } });

  test('the list of contents follows the reader and marks the part being read', async ({ page, site }) => {
    await page.goto(site + CONTROLS);
    await page.locator('.toc').first().getByRole('link', { name: '搜索框', exact: true }).click();
    await expect(page.locator('.toc [aria-current]')).toHaveText('搜索框');
    expect(await topOf(page, '.with-toc > .toc')).toBeCloseTo(0, 0);
    await page.evaluate(() => document.getElementById('button')!.scrollIntoView());
    await expect(page.locator('.toc [aria-current]')).toHaveText('按钮');
  });

  test('what stands beside the text begins below the list, and nothing moves when the list begins to follow', async ({ page, site }) => {
    await page.goto(site + POLICY);
    const toc = (await page.locator('.toc').boundingBox())!;
    const aside = (await page.locator('.side').boundingBox())!;
    expect(aside.y).toBeGreaterThanOrEqual(toc.y + toc.height);
    expect(aside.y - toc.y - toc.height).toBeLessThan(64);
    expect(aside.x).toBe(toc.x);
  });

  test('in elderly mode, which has no list, what stands beside the text comes after it', async ({ page, site }) => {
    await page.goto(`${site}/elder${POLICY}`);
    const text = (await page.locator('.flow').first().boundingBox())!;
    const aside = (await page.locator('.side').boundingBox())!;
    expect(aside.y).toBeGreaterThanOrEqual(text.y + text.height);
  });

  test('a link beside the text that takes the focus is never under the list (WCAG 2.2, 2.4.11)', async ({ page, site }) => {
    await page.goto(site + POLICY);
    await page.evaluate(() => window.scrollTo(0, 600));
    for (const link of await page.locator('.side a').all()) {
      await link.focus();
      const isSeen = await link.evaluate((element) => {
        const { left, top, height } = element.getClientRects()[0]!;
        return element.contains(document.elementFromPoint(left + 3, top + height / 2));
      });
      expect(isSeen, await link.innerText()).toBe(true);
      await page.evaluate(() => window.scrollTo(0, 600));
    }
  });
});

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false, viewport: { width: 1280, height: 800 } });

  test('the list of contents stands where it begins and leads to the parts', async ({ page, site }) => {
    await page.goto(site + POLICY);
    await page.getByRole('navigation', { name: '本页目录' }).getByRole('link', { name: '四、施行日期' }).click();
    await expect(page).toHaveURL(/#c4$/);
    await expect(page.getByRole('heading', { name: '四、施行日期' })).toBeInViewport();
  });
});
