import { expect, type Page } from '@playwright/test';

import { test } from './site.ts';

const POLICY = '/gongkai/guifan/202611/a8f3k2m5/';
/** One millimetre and one point in CSS pixels. */
const MM = 96 / 25.4;
const PT = 96 / 72;

/** What a selector looks like on paper; lengths in pixels. */
const lookOf = (page: Page, selector: string) =>
  page
    .locator(selector)
    .first()
    .evaluate((element) => {
      const style = getComputedStyle(element);
      const px = (length: string) => Number.parseFloat(length) || 0;
      return {
        size: px(style.fontSize),
        line: px(style.lineHeight),
        spacing: px(style.letterSpacing),
        indent: px(style.textIndent),
        end: px(style.paddingInlineEnd),
        family: style.fontFamily,
        colour: style.color,
        align: style.textAlign,
      };
    });

test.describe('a policy on paper (GB/T 9704-2012)', () => {
  test.beforeEach(async ({ page, site }) => {
    await page.goto(site + POLICY);
    await page.emulateMedia({ media: 'print' });
  });

  test('has 22 lines of 28 characters of 三号 to the 156 × 225 mm of a page', async ({ page }) => {
    const { size, line, spacing, indent } = await lookOf(page, '.read > p:not([class])');
    expect(size).toBeCloseTo(16 * PT, 1);
    expect(Math.floor((225 * MM) / line)).toBe(22);
    expect(Math.floor((156 * MM) / (size + spacing))).toBe(28);
    expect(indent).toBeCloseTo(2 * size, 1);
  });

  test('has the red issuer above number, title in 二号, and levels in 黑体 and 楷体', async ({ page }) => {
    await expect(page.locator('.redhead')).toContainText('望川市人民政府文件');
    await expect(page.locator('.redhead span')).toHaveText('望政规〔2026〕8号');
    expect(await lookOf(page, '.redhead')).toMatchObject({ colour: 'rgb(204, 0, 0)', align: 'center' });
    const title = await lookOf(page, 'h1');
    expect(title.size).toBeCloseTo(22 * PT, 1);
    expect(title.align).toBe('center');
    expect((await lookOf(page, '.read h2')).family).toMatch(/^SimHei/);
    expect((await lookOf(page, '.read h3')).family).toMatch(/^KaiTi/);
    const signature = await lookOf(page, '.read .sig');
    expect(signature).toMatchObject({ align: 'end' });
    expect(signature.end).toBeCloseTo(4 * signature.size, 0);
  });

  test('names its annexes and who printed it when, and leaves out what is for the screen', async ({ page }) => {
    await expect(page.locator('.annexes')).toContainText('附件： 1. 加装电梯业主意见征询表2. 费用分摊协议（示范文本）');
    await expect(page.locator('.imprint')).toContainText('望川市人民政府办公室2026 年 11 月 9 日印发');
    for (const name of ['.nav', '.crumb', 'footer', 'aside', '.tools']) await expect(page.locator(name).first(), name).toBeHidden();
  });

  test('fills sheets of A4, counted on each', async ({ page }) => {
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    const sheets = [...pdf.matchAll(/\/Type \/Page\b/g)];
    expect(sheets.length).toBeGreaterThanOrEqual(3);
    const boxes = [...pdf.matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)].map(([, width, height]) => [Math.round(Number(width)), Math.round(Number(height))]);
    expect(boxes).toEqual(sheets.map(() => [595, 842]));
  });

  test('never breaks the name of its issuer, however long', async ({ page, site }) => {
    await page.goto(`${site}/gongkai/guifan/202610/z2x6v8b4/`);
    await page.setViewportSize({ width: Math.floor(156 * MM), height: 900 });
    const { line, height, overflow } = await page.locator('.redhead').evaluate((element) => {
      const text = document.createRange();
      text.selectNode(element.firstChild!);
      const box = text.getBoundingClientRect();
      return { line: Number.parseFloat(getComputedStyle(element).lineHeight), height: box.height, overflow: element.scrollWidth - element.clientWidth };
    });
    expect(height).toBeLessThan(1.5 * line);
    expect(overflow).toBeLessThanOrEqual(0);
  });
});

test('a policy offers to be printed as on paper', async ({ page, site }) => {
  await page.addInitScript(() => Object.assign(window, { print: () => document.documentElement.setAttribute('data-printed', '') }));
  await page.goto(site + POLICY);
  await page.getByRole('button', { name: '打印公文版式（A4）' }).click();
  await expect(page.locator('html')).toHaveAttribute('data-printed');
});
