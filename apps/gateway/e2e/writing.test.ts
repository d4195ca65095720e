import { readFileSync } from 'node:fs';
import path from 'node:path';

import { expect, type Browser, type Page } from '@playwright/test';
import Sqlite from 'better-sqlite3';

import { signIn } from './admin-page.ts';
import { EXCEL, WORD, WPS } from './clipboard.ts';
import { test } from './platform-test.ts';
import type { Platform } from './run-platform.ts';

const PICTURE = path.resolve(import.meta.dirname, '../../cms/demo/pictures/clinic.webp');
const ARTICLES = '/content-manager/collection-types/api::article.article';

/** The edit view as editors use it: the text, what happens to it when something goes wrong, and two people at once. */
test.describe.serial('writing in the admin', () => {
  test.describe.configure({ timeout: 180_000 });
  let platform: Platform;
  let address: string;
  const tokens: Record<string, string> = {};

  test.beforeAll(async ({ platformWith }) => {
    test.setTimeout(400_000);
    platform = await platformWith('off');
  });

  const body = (page: Page) => page.getByRole('textbox', { name: '正文' });
  const panel = (page: Page) => page.locator('aside').filter({ hasText: '保存和协作' });

  /** As if somebody came back to the tab: the form asks at once who else is there. */
  const comeBack = (page: Page) => page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
  /** As if a minute had gone by since every sign of life. */
  function growOld(): void {
    const database = new Sqlite(path.join(platform.dataDir, 'cms.db'), { timeout: 10_000 });
    database.prepare('UPDATE writing_presence SET seen_at = ?').run(new Date(Date.now() - 60_000).toISOString());
    database.close();
  }

  async function paste(page: Page, html: string): Promise<void> {
    await body(page).evaluate((element, given) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/html', given);
      element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    }, html);
  }

  /** Saves and answers what the server has stored, as an administrator reads it: the answer to an author leaves out what it could not check. */
  async function save(page: Page): Promise<string> {
    const answer = page.waitForResponse((response) => ['POST', 'PUT'].includes(response.request().method()) && response.url().includes('/content-manager/collection-types/'));
    await page.getByRole('button', { name: '保存', exact: true }).click();
    const { data: saved } = (await (await answer).json()) as { data: { documentId: string } };
    const { data } = await ask('admin', `${ARTICLES}/${saved.documentId}?locale=zh-Hans`);
    return data.body;
  }

  async function ask(name: string, path: string, form?: FormData): Promise<{ data: { body: string } }> {
    const email = `${name}@wangchuan.example`;
    const json = { 'content-type': 'application/json' };
    const credentials = JSON.stringify({ email, password: platform.password(email), deviceId: crypto.randomUUID() });
    const signedIn = () => fetch(`${platform.cms}/admin/login`, { method: 'POST', headers: json, body: credentials });
    tokens[name] ??= ((await (await signedIn()).json()) as { data: { token: string } }).data.token;
    const answer = await fetch(platform.cms + path, { headers: { authorization: `Bearer ${tokens[name]}` }, ...(form ? { method: 'POST', body: form } : {}) });
    expect(answer.ok, await answer.clone().text()).toBe(true);
    return (await answer.json()) as { data: { body: string } };
  }

  async function addPicture(): Promise<void> {
    const form = new FormData();
    form.append('files', new Blob([readFileSync(PICTURE)], { type: 'image/webp' }), 'hedi.webp');
    await ask('author', '/upload', form);
  }

  /** In a browser of their own, so that nothing is offered that another test has left there. */
  async function startNew(browser: Browser, title: string): Promise<Page> {
    const page = await signIn(browser, platform, 'author', `${ARTICLES}/create?plugins[i18n][locale]=zh-Hans`);
    await expect(body(page)).toBeVisible();
    await page.locator('input[name=title]').fill(title);
    await body(page).click();
    return page;
  }
  /** Opens the document of the tests. */
  const open = (browser: Browser, name: string) => signIn(browser, platform, name, address.slice(`${platform.cms}/admin`.length));

  const clear = async (page: Page) => {
    await body(page).click();
    await page.keyboard.press('Control+a');
    await page.keyboard.press('Delete');
  };

  test('what is pasted from Word, WPS and Excel keeps its structure and its numbers, and says what did not come along', async ({ browser }) => {
    const page = await startNew(browser, '粘贴');
    // The first line comes into the paragraph of the cursor, which is one of the text.
    await paste(page, WORD);
    await expect(page.getByText('粘贴时有 1 张图片没有带过来')).toBeVisible();
    expect(await save(page)).toBe(
      '<p><strong>关于开展燃气安全检查的通知</strong></p><h2>一、检查范围</h2><p>全市<strong>使用燃气</strong>的2.4万户居民。</p>' +
        '<ul><li><p>老旧小区</p><ul><li>二十年以上的</li></ul></li><li>餐饮场所</li></ul><h3>（二）检查办法</h3><ol><li>入户查看</li></ol>' +
        '<p class="signature">望川市住房和城乡建设局</p>',
    );
    await expect(page).toHaveURL(/article\/[a-z0-9]{24}/);
    await clear(page);
    await paste(page, WPS);
    expect(await save(page)).toBe(
      '<ol><li>登记</li><li>领卡</li></ol><table><thead><tr><th scope="col">窗口</th><th scope="col">时间</th></tr></thead><tbody><tr><td>东楼</td><td><p>上午　9:00</p><p>下午　14:00</p></td></tr></tbody></table>',
    );
    await clear(page);
    await paste(page, EXCEL);
    expect(await save(page)).toBe(
      '<table><caption>2026 年收费标准</caption><thead><tr><th scope="col">项目</th><th scope="col">单价（元）</th><th scope="col">合计</th></tr></thead><tbody><tr><td>初装费</td><td>1,234.50</td><td>20260101.25</td></tr></tbody></table>',
    );
    await page.context().close();
  });

  test('a table is made by buttons with heading and caption, a picture only with its alternative, a link by the title of a document', async ({ browser }) => {
    await addPicture();
    const page = await startNew(browser, '河堤步道北段开放');
    await page.keyboard.insertText('河堤步道北段明天开放。');
    await expect(page.getByText('共 10 字，约 1 分钟读完')).toBeVisible();

    await page.getByRole('button', { name: '链接', exact: true }).click();
    await page.getByLabel('标题里的字').fill('公租房');
    const target = page.getByRole('list', { name: '找到的内容' }).getByRole('button').first();
    const title = await target.locator('span').innerText();
    await target.click();
    await expect(body(page).locator('a')).toHaveText(title);
    await page.keyboard.press('Enter');

    await page.getByRole('button', { name: '插入表格' }).click();
    await page.getByPlaceholder('表格的名称', { exact: false }).press('Escape');
    await expect(page.getByText('第 1 张表还没有表题')).toBeVisible();
    await body(page).locator('th').first().click();
    await page.keyboard.insertText('时段');
    await page.getByRole('button', { name: '首列作表头' }).click();
    await page.getByRole('button', { name: '下方加行' }).click();
    await page.getByRole('button', { name: '写表题' }).click();
    await page.getByLabel('表题', { exact: true }).fill('开放时间');
    await page.keyboard.press('Enter');
    await expect(page.getByText('第 1 张表还没有表题')).toBeHidden();
    await body(page).locator('p').first().click();
    await page.keyboard.press('End');

    await page.getByRole('button', { name: '图片', exact: true }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'hedi.webp' }).first().getByRole('checkbox').click();
    await page.getByRole('dialog').getByRole('button', { name: '完成' }).click();
    await page.getByRole('textbox', { name: '替代文字' }).fill('');
    await page.getByRole('button', { name: '插入图片' }).click();
    await expect(page.getByText('请写替代文字', { exact: false })).toBeVisible();
    await page.getByRole('textbox', { name: '替代文字' }).fill('夜里亮着灯的河堤步道');
    await page.getByRole('textbox', { name: '图片说明' }).fill('北段全长 2.4 公里');
    await page.getByRole('button', { name: '插入图片' }).click();
    await expect(body(page).locator('figure')).toBeVisible();

    const stored = await save(page);
    expect(stored).toMatch(/<figure><img src="media:[a-z0-9]+" alt="夜里亮着灯的河堤步道" \/><figcaption>北段全长 2.4 公里<\/figcaption><\/figure>/);
    expect(stored).toMatch(/<a href="entry:[a-z-]+\/[a-z0-9]{24}">/);
    expect(stored).toContain('<caption>开放时间</caption><thead><tr><th scope="col">时段</th>');
    expect(stored.match(/<th scope="row">/g)).toHaveLength(3);
    await expect(page).toHaveURL(/article\/[a-z0-9]{24}/);
    address = page.url().replace(/\?.*/, '');
    await page.context().close();
  });

  test('what was typed when the tab died and the server was away is offered again, and then saves itself as draft', async ({ browser }) => {
    const first = await open(browser, 'author');
    await first.context().route('**/content-manager/**', (route) => (route.request().method() === 'PUT' ? route.abort() : route.continue()));
    await body(first).locator('p').first().click();
    await first.keyboard.press('End');
    await first.keyboard.insertText('夜里亮灯到十点。');
    await expect(panel(first).getByText('已存在这台电脑上')).toBeVisible();
    await first.close({ runBeforeUnload: false });

    const page = await first.context().newPage();
    await page.context().unroute('**/content-manager/**');
    await page.goto(address);
    const offer = page.getByRole('dialog');
    await expect(offer.getByText(/正文：\d+ 字（现在 \d+ 字）/)).toBeVisible();
    await offer.getByRole('button', { name: '恢复我写的' }).click();
    await expect(body(page)).toContainText('夜里亮灯到十点。');
    await expect(panel(page).getByText(/\d{2}:\d{2} 已自动存为草稿/)).toBeVisible({ timeout: 20_000 });

    // Left without a question, and there when one comes back.
    await page.getByRole('link', { name: '专题', exact: true }).click();
    await expect(body(page)).toBeHidden();
    await page.goto(address);
    await expect(body(page)).toContainText('夜里亮灯到十点。');
    await expect(page.getByRole('dialog')).toBeHidden();
    await expect(page.getByText('还没有发布')).toBeVisible();
    await page.context().close();
  });

  test('two people in one document see each other, and neither replaces unawares what the other has saved', async ({ browser }) => {
    const author = await open(browser, 'author');
    await expect(panel(author)).toBeVisible();
    const reviewer = await open(browser, 'reviewer');
    await expect(panel(reviewer).getByText(/也在编辑（\d{2}:\d{2} 起）/)).toBeVisible();
    await comeBack(author);
    await expect(panel(author).getByText(/也在编辑/)).toBeVisible({ timeout: 20_000 });

    await reviewer.locator('input[name=title]').fill('河堤步道北段今起开放');
    await save(reviewer);
    await author.locator('input[name=subtitle]').fill('全长 2.4 公里');
    const warning = panel(author).getByRole('alert');
    await comeBack(author);
    await expect(warning).toContainText('保存了新版本', { timeout: 20_000 });
    await expect(panel(author).getByText('已暂停自动保存')).toBeVisible();
    await author.getByRole('button', { name: '保存', exact: true }).click();
    await expect(author.getByRole('alertdialog')).toContainText('用您的内容替换新版本？');
    await author.getByRole('alertdialog').getByRole('button', { name: '取消' }).click();

    await warning.getByRole('button', { name: '看新版本（我的留着）' }).click();
    const offer = author.getByRole('dialog');
    await expect(offer.getByText('副标题：“全长 2.4 公里”（现在是空）')).toBeVisible();
    await expect(author.locator('input[name=title]')).toHaveValue('河堤步道北段今起开放');
    await offer.getByRole('button', { name: '不要了' }).click();
    await expect(warning).toBeHidden();

    await reviewer.close();
    // A tab that is closed says nothing: the others hear of it when its last sign of life has grown old.
    growOld();
    await comeBack(author);
    await expect(panel(author).getByText(/也在编辑/)).toBeHidden({ timeout: 70_000 });
    await author.context().close();
    await reviewer.context().close();
  });
});
