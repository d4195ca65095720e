import { expect } from '@playwright/test';

import { test } from './site.ts';

test('the first stops of the Tab key lead to the content and to the elderly mode', async ({ page, site }) => {
  await page.goto(`${site}/gongkai/guifan/202611/a8f3k2m5/`);
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: '跳到正文' })).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: '长者版' })).toBeFocused();
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Enter');
  await expect(page.locator('main')).toBeFocused();
});

test('every stop of the Tab key is visible and marked', async ({ page, site }) => {
  await page.goto(`${site}/`);
  const seen = new Set<string>();
  for (let stop = 0; stop < 90; stop++) {
    await page.keyboard.press('Tab');
    const focus = await page.evaluate(() => {
      const element = document.activeElement as HTMLElement;
      const { outlineStyle, outlineWidth } = getComputedStyle(element);
      const box = element.getBoundingClientRect();
      return {
        name: element.outerHTML.slice(0, 80),
        marked: outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2,
        size: box.width * box.height,
      };
    });
    if (focus.name.startsWith('<body')) break;
    seen.add(focus.name);
    expect(focus, focus.name).toMatchObject({ marked: true });
    expect(focus.size, focus.name).toBeGreaterThan(0);
  }
  expect(seen.size).toBeGreaterThan(30);
});

test.describe('elderly mode', () => {
  test('keeps to its own addresses from page to page and is remembered', async ({ page, site }) => {
    await page.goto(`${site}/zixun/yaowen/`);
    await page.getByRole('link', { name: '长者版' }).click();
    await expect(page).toHaveURL(`${site}/elder/zixun/yaowen/`);
    await page.getByRole('link', { name: /市政府常务会议/ }).click();
    await expect(page).toHaveURL(`${site}/elder/zixun/yaowen/202611/n4h8k2w6/`);
    await expect(page.locator('link[rel=canonical]')).toHaveAttribute(
      'href',
      'https://www.wangchuan.example/zixun/yaowen/202611/n4h8k2w6/',
    );

    await page.goto(`${site}/gongkai/?a=1`);
    await expect(page).toHaveURL(`${site}/elder/gongkai/?a=1`);
    await page.getByRole('link', { name: '回到标准版' }).click();
    await expect(page).toHaveURL(`${site}/gongkai/`);
    await page.goto(`${site}/`);
    await expect(page).toHaveURL(`${site}/`);
  });

  test('has no text below 18 px and no target below 44 px', async ({ page, site }) => {
    await page.setViewportSize({ width: 375, height: 800 });
    for (const path of [
      '/',
      '/gongkai/guifan/202611/a8f3k2m5/',
      '/zixun/yaowen/202611/n4h8k2w6/',
      '/gongkai/guifan/',
    ]) {
      await page.goto(`${site}/elder${path}`);
      const small = await page.evaluate(() => {
        const shown = [...document.querySelectorAll<HTMLElement>('body *')].filter((element) =>
          element.checkVisibility(),
        );
        const texts = shown.filter(
          (element) =>
            [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim()) &&
            parseFloat(getComputedStyle(element).fontSize) < 18 &&
            !element.closest('.vh, sup, sub'),
        );
        const targets = shown.filter(
          (element) =>
            element.matches('a, button, input, summary') &&
            !element.closest('.read') &&
            !element.matches('.skip') &&
            element.getBoundingClientRect().height < 44,
        );
        return [...texts, ...targets].map((element) => element.outerHTML.slice(0, 120));
      });
      expect(small, path).toEqual([]);
    }
  });
});

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });

  test('a text is whole, the mode can be changed and nothing is offered that needs script', async ({ page, site }) => {
    await page.goto(`${site}/gongkai/guifan/202611/a8f3k2m5/`);
    await expect(page.getByRole('heading', { name: '四、施行日期' })).toBeVisible();
    await expect(page.getByRole('button', { name: /打印|分享|字号|读给我听/ })).toHaveCount(0);
    await page.getByRole('link', { name: '长者版' }).click();
    await expect(page.getByRole('link', { name: '回到标准版' })).toBeVisible();
    await page.getByText('政府信息公开').last().click();
    await expect(page.getByText('内容概述')).toBeVisible();
  });

  test('search is asked for by address', async ({ page, site }) => {
    await page.goto(`${site}/`);
    await page.getByRole('searchbox').fill('公积金');
    await page.getByRole('button', { name: '搜索' }).click();
    await expect(page).toHaveURL(`${site}/search/?q=${encodeURIComponent('公积金')}`);
  });
});
