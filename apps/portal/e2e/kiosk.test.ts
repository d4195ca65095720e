import { expect, type Page } from '@playwright/test';

import { violationsOf } from './axe.ts';
import { test } from './site.ts';

const pin = (page: Page) => page.locator('form:not([hidden])').getByLabel('退出密码');

/** Makes the browser a kiosk, as an operator does. */
async function switchOn(page: Page, site: string): Promise<void> {
  await page.goto(`${site}/kiosk/`);
  await page.getByLabel('多久没人操作就回到首页（秒）').fill('60');
  await pin(page).fill('2026');
  await page.getByRole('button', { name: '设成自助查询机' }).click();
  await expect(page).toHaveURL(`${site}/elder/`);
  await expect(page.getByRole('region', { name: '自助查询' })).toBeVisible();
}

const countdown = (page: Page) => page.getByRole('dialog', { name: '您还在看吗？' });

test('a kiosk left alone counts down, can be stopped, and goes back to the start without a trace', async ({ page, site, context }) => {
  await page.clock.install();
  await switchOn(page, site);
  await page.goto(`${site}/elder/letters/write/`);
  await page.getByLabel('用一句话写明您的事').fill('我家楼上漏水');
  await page.evaluate(() => {
    sessionStorage.setItem('left', 'here');
    localStorage.setItem('journey:/a/', '["租好房子"]');
    document.cookie = 'left=here;path=/';
  });

  await page.clock.runFor(61_000);
  await expect(countdown(page)).toBeVisible();
  expect(await violationsOf(page)).toEqual([]);
  await expect(countdown(page).getByRole('alert')).toHaveText('还有 20 秒回到首页。');
  await page.getByRole('button', { name: '我还在，继续看' }).click();
  await expect(countdown(page)).toBeHidden();
  await expect(page.getByLabel('用一句话写明您的事')).toHaveValue('我家楼上漏水');

  // The page goes away while its clock runs.
  await page.clock.runFor(82_000).catch(() => undefined);
  await expect(page).toHaveURL(`${site}/elder/`);
  await expect(page.getByRole('region', { name: '自助查询' })).toBeVisible();
  expect(await page.evaluate(() => Object.keys(localStorage))).toEqual(['kiosk']);
  expect(await page.evaluate(() => sessionStorage.getItem('left'))).toBeNull();
  expect((await context.cookies()).map(({ name }) => name)).not.toContain('left');
  await page.goBack();
  await expect(page).toHaveURL(`${site}/elder/`);
});

test('a visitor who is done clears everything by one large button', async ({ page, site }) => {
  await switchOn(page, site);
  await page.goto(`${site}/elder/search/?q=低保`);
  const button = page.getByRole('button', { name: '我看完了，清除并回首页' });
  expect((await button.boundingBox())!.height).toBeGreaterThanOrEqual(60);
  await button.click();
  await expect(page).toHaveURL(`${site}/elder/`);
  await page.goBack();
  await expect(page).toHaveURL(`${site}/elder/`);
});

test('a kiosk stays on the site and shows where an outside page would be', async ({ page, site }) => {
  await switchOn(page, site);
  await page.getByRole('contentinfo').getByRole('link', { name: '国务院政策文件库' }).click();
  const dialog = page.getByRole('dialog', { name: '这是外部网站' });
  await expect(dialog).toContainText('https://www.gov.cn/zhengce/');
  await dialog.getByRole('button', { name: '知道了' }).click();
  await expect(page).toHaveURL(`${site}/elder/`);
});

test('leaving kiosk mode takes the digits that were set, and mistakes are named at their field', async ({ page, site }) => {
  await page.goto(`${site}/kiosk/`);
  await pin(page).fill('12');
  await page.getByRole('button', { name: '设成自助查询机' }).click();
  await expect(pin(page)).toBeFocused();
  await expect(pin(page)).toHaveAccessibleDescription(/请写 4 到 8 位数字/);
  await page.getByLabel('多久没人操作就回到首页（秒）').fill('5');
  await page.getByRole('button', { name: '设成自助查询机' }).click();
  await expect(page.getByText('请写 30 到 600 之间的整数')).toBeVisible();

  await switchOn(page, site);
  await page.getByRole('link', { name: '工作人员' }).click();
  await pin(page).fill('0000');
  await page.getByRole('button', { name: '退出自助查询' }).click();
  await expect(page.getByText('密码不对，请再看一看')).toBeVisible();
  await pin(page).fill('2026');
  await page.getByRole('button', { name: '退出自助查询' }).click();
  await expect(page.getByRole('button', { name: '设成自助查询机' })).toBeVisible();
  await page.goto(`${site}/`);
  await expect(page.getByRole('region', { name: '自助查询' })).toHaveCount(0);
});
