import { expect } from '@playwright/test';

import { violationsOf } from './axe.ts';
import { test } from './site.ts';

test('a question is answered with a fact and its source, and nothing of it reaches the server', async ({ page, site }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(decodeURIComponent(request.url())));
  await page.goto(`${site}/ask/`);
  await page.getByRole('textbox', { name: '您想问什么' }).fill('请问办居住证要带什么材料？');
  await page.keyboard.press('Enter');
  await expect(page.locator('[data-part=status]')).toHaveText('找到了答案：');
  const answer = page.locator('.answer');
  await expect(answer.locator('dt')).toHaveText('要带什么');
  await expect(answer).toContainText('身份证');
  await expect(answer.getByRole('link', { name: '看原文' })).toHaveAttribute('href', '../fuwu/geren/202608/jzz3m9x1/#bring');
  await expect(answer.getByRole('link', { name: '办理居住证' })).toBeVisible();
  await expect(answer).toContainText('望川市公安局');
  expect(asked.filter((url) => url.includes('材料'))).toEqual([]);

  await page.getByRole('textbox').fill('居住证多少钱');
  await page.getByRole('button', { name: '问', exact: true }).click();
  await expect(answer.locator('dt')).toHaveText('要花多少钱');
  await page.goBack();
  await expect(answer.locator('dt')).toHaveText('要带什么');
});

test('a published answer is given whole, with who answered and when it was checked', async ({ page, site }) => {
  await page.goto(`${site}/ask/#q=${encodeURIComponent('租房怎么提取公积金')}`);
  const answer = page.locator('.answer');
  await expect(answer.getByRole('link', { name: /公积金/ }).first()).toBeVisible();
  await expect(answer).toContainText('发布日期：2026-');
});

test('what stands in a list is told as one', async ({ page, site }) => {
  await page.goto(`${site}/ask/#q=${encodeURIComponent('北渡大桥哪年完工')}`);
  await expect(page.locator('.answer [data-slot=lines] li').filter({ hasText: '通车：2027 年 9 月 30 日' })).toHaveCount(1);
});

test('where an agency is and when it is open is told from its page', async ({ page, site }) => {
  await page.goto(`${site}/ask/#q=${encodeURIComponent('住建局在哪里，几点上班')}`);
  const answer = page.locator('.answer');
  await expect(answer).toContainText('望川市建设路 66 号');
  await expect(answer).toContainText('周一至周五');
  await expect(answer.getByRole('link', { name: '望川市住房和城乡建设局', exact: true })).toBeVisible();
});

test('what is not known is said to be so, and the letter form takes the question without sending it anywhere', async ({ page, site }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(decodeURIComponent(request.url())));
  await page.goto(`${site}/ask/#q=${encodeURIComponent('怎么申请火星移民？')}`);
  await expect(page.getByRole('heading', { name: '这个问题，我不知道' })).toBeVisible();
  await page.locator('[data-part=outcome]').getByRole('link', { name: '写信问，带上这句话' }).click();
  await expect(page.locator('[name=title]')).toHaveValue('怎么申请火星移民？');
  await expect(page.locator('[name=body]')).toHaveValue('怎么申请火星移民？');
  await expect(page.getByRole('radio', { name: /咨询/ })).toBeChecked();
  expect(new URL(page.url()).hash).toBe('');
  expect(asked.filter((url) => url.includes('火星'))).toEqual([]);
});

test('in 繁體 a question is answered in it, from the same sources, and leads to pages in it, in the mode of the page', async ({ page, site }) => {
  await page.goto(`${site}/elder/hant/ask/`);
  await page.getByRole('textbox', { name: '您想問什麼' }).fill('請問辦居住證要帶什麼材料？');
  await page.keyboard.press('Enter');
  await expect(page.locator('[data-part=status]')).toHaveText('找到了答案：');
  const answer = page.locator('.answer');
  await expect(answer.locator('dt')).toHaveText('要帶什麼');
  await expect(answer).toContainText('身份證');
  await expect(answer).toContainText('望川市公安局');
  expect(await answer.innerText()).not.toMatch(/[证带办买缴门]/);
  await answer.getByRole('link', { name: '看原文' }).click();
  await expect(page).toHaveURL(`${site}/elder/hant/fuwu/geren/202608/jzz3m9x1/#bring`);

  // A published answer, whichever characters it is asked for in.
  for (const question of ['租房怎麼提取公積金', '租房怎么提取公积金']) {
    await page.goto(`${site}/elder/hant/ask/#q=${encodeURIComponent(question)}`);
    await page.reload();
    await expect(answer).toContainText('公積金');
    expect(await page.locator('[data-part=outcome]').innerText()).not.toMatch(/[积办证门发]/);
  }
  await page.goto(`${site}/elder/hant/ask/#q=${encodeURIComponent('怎麼申請火星移民？')}`);
  await page.reload();
  await expect(page.getByRole('heading', { name: '這個問題，我不知道' })).toBeVisible();
});

for (const [prefix, width] of [['', 375], ['/elder', 375], ['', 1440]] as const)
  test(`answers and their absence have no accessibility violation at ${prefix || '/'} and ${width} px`, async ({ page, site }) => {
    await page.setViewportSize({ width, height: 900 });
    for (const [question, shown] of [['办居住证要带什么', '.answer'], ['怎么申请火星移民', '.note h3, .note h2']] as const) {
      await page.goto(`${site}${prefix}/ask/#q=${encodeURIComponent(question)}`);
      await page.reload();
      await expect(page.locator(shown).first()).toBeVisible();
      expect(await violationsOf(page), question).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    }
  });

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });

  test('it leads to published questions, the search and the letter form', async ({ page, site }) => {
    await page.goto(`${site}/ask/`);
    await expect(page.getByText('您的浏览器没有运行脚本')).toBeVisible();
    await expect(page.locator('main').getByRole('link', { name: /写信/ })).toBeVisible();
    await page.getByRole('textbox').fill('居住证');
    await page.getByRole('button', { name: '问', exact: true }).click();
    await expect(page).toHaveURL(`${site}/search/?q=${encodeURIComponent('居住证')}`);
  });
});
