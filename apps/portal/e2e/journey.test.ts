import { expect } from '@playwright/test';

import { violationsOf } from './axe.ts';
import { test } from './site.ts';

const JOURNEY = '/fuwu/yijianshi/202610/aj4k7m2p/';

test('a journey remembers on the device what is done, in both modes, and forgets on demand', async ({ page, site }) => {
  await page.goto(site + JOURNEY);
  const first = page.getByRole('checkbox', { name: /租好房子/ });
  await first.check();
  await page.getByRole('checkbox', { name: /提公积金/ }).check();
  await expect(page.locator('gov-progress').getByRole('status')).toHaveText('已办好 2 步，还有 3 步。只记在这台设备上。');
  await page.goto(`${site}/elder${JOURNEY}`);
  await expect(first).toBeChecked();
  await expect(page.locator('#step-1 details')).not.toHaveAttribute('open');
  await expect(page.locator('#step-2 details')).toHaveAttribute('open');
  expect(await violationsOf(page)).toEqual([]);
  await page.getByRole('button', { name: '全部重新勾选' }).click();
  await expect(first).not.toBeChecked();
  await expect(page.locator('#step-1 details')).toHaveAttribute('open');
  expect(await page.evaluate(() => localStorage.length)).toBe(0);
});

test('a journey is printed whole, whatever is folded', async ({ page, site }) => {
  await page.goto(site + JOURNEY);
  await page.getByRole('checkbox', { name: /租好房子/ }).check();
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByText('搬进来三天内')).toBeVisible();
  await expect(page.getByText('换地址后三天内变更登记')).toBeVisible();
  await expect(page.getByRole('checkbox').first()).toBeHidden();
});

test('a journey shows no boxes where the browser keeps nothing', async ({ page, site }) => {
  await page.addInitScript(() => Object.defineProperty(window, 'localStorage', { get: () => { throw new DOMException('denied', 'SecurityError'); } }));
  await page.goto(site + JOURNEY);
  await expect(page.getByRole('checkbox')).toHaveCount(0);
  await expect(page.getByText('搬进来三天内')).toBeVisible();
});

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });

  test('every step of a journey stands open and no box is shown', async ({ page, site }) => {
    await page.goto(site + JOURNEY);
    await expect(page.getByText('准备好住处证明')).toBeVisible();
    await expect(page.getByText('有居住证的，孩子在住处附近入学')).toBeVisible();
    await expect(page.getByRole('checkbox')).toHaveCount(0);
    await page.locator('#step-2').getByRole('link', { name: '办理居住证' }).click();
    await expect(page.getByRole('navigation', { name: '所属的一件事' })).toContainText('的第 2 步');
  });
});
