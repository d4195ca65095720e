import { expect, type Page } from '@playwright/test';

import { panelOf, signIn } from './admin-page.ts';
import { test } from './platform-test.ts';
import type { Platform } from './run-platform.ts';

const NEW = '/content-manager/collection-types/api::article.article/create?plugins[i18n][locale]=zh-Hans';
// The example of GB 11643-1999, annex.
const IDENTITY = '11010519491231002X';

/** What the checks say while somebody writes, and what comes of it when they send it to review. */
test.describe.serial('checks in the admin', () => {
  test.describe.configure({ timeout: 240_000 });
  let platform: Platform;

  test.beforeAll(async ({ platformWith }) => {
    test.setTimeout(400_000);
    platform = await platformWith('on');
  });

  const checks = (page: Page) => panelOf(page, '检查');
  const body = (page: Page) => page.getByRole('textbox', { name: '正文' });

  /** Fills in a new form that is open. */
  async function write(page: Page, title: string, text: string): Promise<void> {
    await expect(checks(page)).toBeVisible();
    await page.locator('input[name=title]').fill(title);
    await body(page).fill(text);
    await page.getByRole('combobox', { name: /^栏目/ }).click();
    await page.keyboard.insertText('政务要闻');
    await page.getByRole('option', { name: '政务要闻' }).first().click();
  }

  async function save(page: Page): Promise<void> {
    await page.getByRole('button', { name: '保存', exact: true }).click();
    await expect(page).toHaveURL(/article\/[a-z0-9]{24}/);
  }

  test('a mistake is mended by one press, what was meant is ticked, and the text goes to review', async ({ browser }) => {
    const page = await signIn(browser, platform, 'author', NEW);
    await write(page, '河堤步道检修', '市里都以经布署，值班电话13800000123。');
    await expect(checks(page).getByText('“布署”可能是错别字。')).toBeVisible();
    await checks(page).getByText('“布署”可能是错别字。').click();
    expect(await page.evaluate(() => window.getSelection()?.toString())).toBe('布署');
    await checks(page).getByRole('button', { name: '改成“部署”' }).click();
    await expect(body(page)).toHaveText('市里都以经部署，值班电话13800000123。');
    await checks(page).getByRole('button', { name: '改成“都已经”' }).click();
    await expect(body(page)).toHaveText('市里都已经部署，值班电话13800000123。');
    await expect(checks(page).getByText('1 处要确认。')).toBeVisible();
    await save(page);

    await checks(page).getByRole('checkbox', { name: '已核对，没有问题' }).click();
    await expect(checks(page).getByText(/ 已核对$/)).toBeVisible();
    await expect(checks(page).getByText('没有发现问题。')).toBeVisible();
    await panelOf(page, '审核').getByRole('button', { name: '送审', exact: true }).click();
    await expect(panelOf(page, '审核')).toContainText('等待初审');
    await page.context().close();
  });

  test('an identity number does not get past the author, and gets past an administrator only with a reason', async ({ browser }) => {
    const author = await signIn(browser, platform, 'author', NEW);
    await write(author, '低保名单', `王某，${IDENTITY}。`);
    await save(author);
    await expect(checks(author).getByText('1 处不改不能送审。')).toBeVisible();
    await expect(checks(author).getByRole('button', { name: '说明理由放行' })).toHaveCount(0);
    await panelOf(author, '审核').getByRole('button', { name: '送审', exact: true }).click();
    await expect(panelOf(author, '审核').getByRole('alert')).toContainText('“正文”里有居民身份证号 110105********002X。');

    const administrator = await signIn(browser, platform, 'admin', author.url().slice(`${platform.cms}/admin`.length));
    await checks(administrator).getByRole('button', { name: '说明理由放行' }).click();
    await expect(checks(administrator).getByRole('button', { name: '放行', exact: true })).toBeDisabled();
    await checks(administrator).getByRole('textbox', { name: '放行的理由' }).fill('法院公告，依法公开。');
    await checks(administrator).getByRole('button', { name: '放行', exact: true }).click();
    await expect(checks(administrator).getByText(/放行：法院公告，依法公开。/)).toBeVisible();
    await author.context().close();
    await administrator.context().close();
  });

  test('an administrator adds a word to the dictionary, not one of a single letter, and texts are searched for it', async ({ browser }) => {
    const page = await signIn(browser, platform, 'admin', '/settings/review-words');
    await page.getByRole('button', { name: '添加词' }).click();
    await page.getByRole('textbox', { name: '词', exact: true }).fill('桥');
    await page.getByRole('textbox', { name: '建议' }).fill('河堤大桥');
    await page.getByRole('button', { name: '保存', exact: true }).click();
    await expect(page.getByText(/“词”至少要有两个字/)).toBeVisible();
    await page.getByRole('textbox', { name: '词', exact: true }).fill('老大桥');
    await page.getByRole('button', { name: '保存', exact: true }).click();
    await expect(page.getByRole('row', { name: /老大桥.*河堤大桥/ })).toBeVisible();
    await page.goto(`${platform.cms}/admin${NEW}`);
    await write(page, '老大桥封闭施工', '十二月起。');
    await expect(checks(page).getByText('“老大桥”不是规范的写法。')).toBeVisible();
    await checks(page).getByRole('button', { name: '改成“河堤大桥”' }).click();
    await expect(page.locator('input[name=title]')).toHaveValue('河堤大桥封闭施工');
    await page.context().close();
  });
});
