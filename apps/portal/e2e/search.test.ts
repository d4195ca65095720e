import { expect } from '@playwright/test';

import { violationsOf } from './axe.ts';
import { test } from './site.ts';

const queryOf = (url: string) => Object.fromEntries(new URL(url).searchParams);

test('what is typed is found, narrowed down and kept in the address', async ({ page, site }) => {
  await page.goto(`${site}/search/`);
  await page.getByRole('searchbox').fill('公积金');
  await page.keyboard.press('Enter');
  await expect(page.locator('[data-part=status]')).toHaveText(/^找到 \d+ 条$/);
  await expect(page.locator('.hits > li').first()).toContainText('提取住房公积金（租房）');
  expect(queryOf(page.url())).toEqual({ q: '公积金' });

  await page.locator('.side').getByRole('link', { name: /^政策文件/ }).click();
  await expect(page.locator('[data-part=status]')).toBeFocused();
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

test('a service that was clearly meant answers above the results, and only there', async ({ page, site }) => {
  await page.goto(`${site}/search/?q=办理居住证`);
  const answer = page.getByRole('region', { name: '直接答案' });
  await expect(answer.getByRole('link', { name: '办理居住证' })).toHaveAttribute('href', '../fuwu/geren/202608/jzz3m9x1/');
  for (const fact of ['要花多少钱', '要多久', '要跑几趟', '到哪里办']) await expect(answer.getByText(fact)).toBeVisible();
  await page.getByRole('link', { name: '按时间' }).click();
  await expect(page).toHaveURL(/sort=date/);
  await expect(answer).toBeHidden();
});

test('an agency that was clearly meant says how it is reached', async ({ page, site }) => {
  await page.goto(`${site}/search/?q=市住建局`);
  const answer = page.getByRole('region', { name: '直接答案' });
  await expect(answer.getByRole('link', { name: '望川市住房和城乡建设局' })).toHaveAttribute('href', '../jigou/zjj/');
  for (const fact of ['怎么去', '0000-660 3300', '望川市建设路 66 号', '公交 12 路', '周一至周五']) await expect(answer.getByText(fact)).toBeVisible();
  await page.goto(`${site}/search/?q=市医保局`);
  await expect(answer.getByText('望川市民生大道 18 号')).toBeVisible();
  await expect(answer.getByText('怎么去', { exact: true })).toBeHidden();
});

test('results can be narrowed to an audience, and long texts show which of their parts to read', async ({ page, site }) => {
  await page.goto(`${site}/search/?q=加装电梯`);
  await expect(page.locator('details[data-facet=audience]')).toBeVisible();
  await page.goto(`${site}/search/?q=竣工验收合格`);
  const part = page.locator('.parts-found a').first();
  await expect(part).toHaveText('三、资金筹集和补助');
  await expect(part).toBeVisible();
  await part.click();
  await expect(page).toHaveURL(/#\w+$/);
  await expect(page.locator(new URL(page.url()).hash)).toBeVisible();
});

test('without a network it says so, and searches by itself once there is one', async ({ page, site, context }) => {
  await page.goto(`${site}/search/`);
  await page.getByRole('searchbox').waitFor();
  await context.setOffline(true);
  await page.getByRole('searchbox').fill('公积金');
  await page.keyboard.press('Enter');
  await expect(page.getByText('现在没有网络，搜不了。')).toBeVisible();
  await context.setOffline(false);
  await expect(page.locator('.hits > li').first()).toBeVisible();
});

test('what is not found can be asked, with the words that were searched', async ({ page, site }) => {
  await page.goto(`${site}/search/?q=鼯鼠`);
  await expect(page.getByRole('heading', { name: '没找到想要的？' })).toBeVisible();
  await expect(page.getByRole('link', { name: '写信问，带上这句话' })).toHaveAttribute('href', `../letters/write/#q=${encodeURIComponent('鼯鼠')}`);
  await page.locator('[data-part=none]').getByRole('link', { name: '问一问' }).click();
  await expect(page).toHaveURL(`${site}/ask/#q=${encodeURIComponent('鼯鼠')}`);
});
