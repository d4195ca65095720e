import { expect } from '@playwright/test';

import { People, visit } from './admin-page.ts';
import { test } from './platform-test.ts';
import type { Platform } from './run-platform.ts';

/** What is not published yet, shown to those who are to look at it, by the whole platform. */
test.describe.serial('previews', () => {
  test.describe.configure({ timeout: 180_000 });
  const ARTICLES = '/content-manager/collection-types/api::article.article';
  const title = '滨江步道夜间照明本周起调试';
  let platform: Platform;
  let people: People;
  let authorization: string;
  let documentId: string;
  let path: string;

  test.beforeAll(async ({ platformWith }) => {
    test.setTimeout(400_000);
    // Who may publish is not what this is about.
    platform = await platformWith('off');
    people = new People(platform);
    const email = 'author@wangchuan.example';
    const answer = await fetch(`${platform.cms}/admin/login`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email, password: platform.password(email), deviceId: crypto.randomUUID() }),
    });
    authorization = `Bearer ${((await answer.json()) as { data: { token: string } }).data.token}`;
    const listed = await call('GET', `${ARTICLES}?locale=zh-Hans&status=published&sort=publishedOn:DESC&pageSize=1`);
    ({ documentId, path } = listed.results[0]);
  });
  test.afterAll(() => people?.leave());

  async function call(method: string, address: string, body?: unknown): Promise<any> {
    const isForm = body instanceof FormData;
    const response = await fetch(platform.cms + address, {
      method,
      headers: { authorization, origin: platform.cms, ...(isForm ? {} : { 'content-type': 'application/json' }) },
      ...(body === undefined ? {} : { body: isForm ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${address} answered ${response.status}: ${text}`);
    return JSON.parse(text);
  }
  const save = (id: string, data: object) => call('PUT', `${ARTICLES}/${id}?locale=zh-Hans`, data);
  const share = async (id: string, more: object = {}): Promise<{ id: number; url: string }> =>
    (await call('POST', `/review/documents/api::article.article/${id}/previews?locale=zh-Hans`, { kind: 'view', ...more })).data;
  const get = async (url: string) => {
    const answer = await fetch(url);
    return { status: answer.status, url: answer.url, headers: answer.headers, html: await answer.text() };
  };
  /** A previewed page without what a preview adds. */
  const bare = (html: string, url: string) => html.replace(/<!--preview-->[\s\S]*<!--\/preview-->/, '').replaceAll(`${new URL(url).pathname}page/`, '/');
  const live = async (address: string) => (await get(platform.portal + address)).html;
  async function writeNew(more: object = {}): Promise<string> {
    const [column] = (await call('GET', `/content-manager/relations/api::article.article/${documentId}/column?locale=zh-Hans&status=draft`)).results;
    const body = { title: '从未发布过的一篇', body: '<p>只在预览里看得到。</p>', column: { connect: [{ documentId: column.documentId }] }, ...more };
    return (await call('POST', `${ARTICLES}?locale=zh-Hans`, body)).data.documentId;
  }
  async function upload(name: string, bytes: Buffer): Promise<{ id: number; documentId: string }> {
    const form = new FormData();
    form.append('files', new Blob([new Uint8Array(bytes)], { type: 'image/png' }), name);
    form.append('fileInfo', JSON.stringify({ name, alternativeText: '调试中的路灯' }));
    return (await call('POST', '/upload', form))[0];
  }

  test('a draft is seen by its link in both modes, and nowhere else', async () => {
    await save(documentId, { title });
    const { url } = await share(documentId);
    const page = await get(`${url}document/`);
    expect(page.url).toBe(`${url}page${path}`);
    expect(page.html).toContain(title);
    expect(page.html).toContain('这个页面还没有发布');
    expect(page.headers.get('cache-control')).toBe('no-store');
    expect(page.headers.get('x-robots-tag')).toContain('noindex');
    expect(page.headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    const elderly = await get(`${url}document/elder/`);
    expect(elderly.html).toContain('data-mode="elderly"');
    expect(elderly.html).toContain(title);
    expect(elderly.html).toContain(`data-to="standard" href="${url.slice(platform.portal.length)}page${path}"`);
    for (const address of [path, '/', `/elder${path}`]) expect(await live(address)).not.toContain(title);
  });

  test('pages that a draft leads to and lists that show it stay in the preview; styles are those of the site', async () => {
    const { url } = await share(documentId);
    const column = path.replace(/\d{6}\/[a-z0-9]{8}\/$/, '');
    const list = await get(`${url}page${column}`);
    expect(list.html).toContain(title);
    const style = /href="([^"]+\.css)"/.exec(list.html)![1]!;
    const answer = await get(new URL(style, list.url).href);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/css; charset=utf-8']);
  });

  test('the previewed page is byte for byte the page after publication', async () => {
    const { url } = await share(documentId);
    const [standard, elderly] = [await get(`${url}page${path}`), await get(`${url}page/elder${path}`)];
    await call('POST', `${ARTICLES}/${documentId}/actions/publish?locale=zh-Hans`, {});
    await expect.poll(() => live(path)).toContain(title);
    expect(bare(standard.html, url)).toBe(await live(path));
    expect(bare(elderly.html, url)).toBe(await live(`/elder${path}`));
  });

  test('a document that was never published is shown at the address it will have', async () => {
    const id = await writeNew();
    const { url } = await share(id);
    const page = await get(`${url}document/`);
    const address = page.url.slice(`${url}page`.length);
    expect(page.html).toContain('只在预览里看得到');
    expect((await get(platform.portal + address)).status).toBe(404);
    await call('POST', `${ARTICLES}/${id}/actions/publish?locale=zh-Hans`, {});
    await expect.poll(() => live(address)).toContain('只在预览里看得到');
    // The moment of publication is the one thing a preview cannot know.
    const withoutTime = (html: string) => html.replaceAll(/\d{4}-\d{2}-\d{2}([ T]\d{2}:\d{2}(:\d{2}(\.\d+)?Z?)?)?/g, '(time)');
    expect(withoutTime(bare(page.html, url))).toBe(withoutTime(await live(address)));
  });

  test('a picture of a draft is seen in its preview and by nobody else', async () => {
    const bytes = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAIAAAD91JpzAAAAEElEQVR4nGM4IScHRAwQCgAfJgQRoo8irwAAAABJRU5ErkJggg==', 'base64');
    const file = await upload('路灯.png', bytes);
    const id = await writeNew({ title: '带图的草稿', cover: file.id, body: `<figure><img src="media:${file.documentId}" alt="调试中的路灯"></figure><p>正文。</p>` });
    const { url } = await share(id);
    const page = await get(`${url}document/`);
    const source = /src="([^"]*\/media\/[0-9a-f]{32}\/[^"]*)"/.exec(page.html)![1]!;
    const picture = await fetch(new URL(source, page.url));
    expect([picture.status, picture.headers.get('content-type'), picture.headers.get('cache-control')]).toEqual([200, 'image/png', 'no-store']);
    const media = source.slice(source.indexOf('/media/'));
    expect((await fetch(platform.portal + media)).status).toBe(404);
    const other = await share(documentId);
    expect((await fetch(`${other.url}page${media}`)).status).toBe(404);
  });

  test('the token of one document shows no draft of another', async () => {
    const id = await writeNew({ title: '别人不该看到的草稿' });
    const own = await get(`${(await share(id)).url}document/`);
    const address = own.url.replace(/^.*\/page/, '');
    const { url } = await share(documentId);
    const foreign = await get(`${url}page${address}`);
    expect(foreign.status).toBe(404);
    expect(foreign.html).not.toContain('别人不该看到的草稿');
    const column = path.replace(/\d{6}\/[a-z0-9]{8}\/$/, '');
    expect((await get(`${url}page${column}`)).html).not.toContain('别人不该看到的草稿');
  });

  test('a link that was taken back, used or made up says so on a plain page', async () => {
    const { id, url } = await share(documentId);
    await call('POST', `/review/documents/api::article.article/${documentId}/previews/${id}/revoke?locale=zh-Hans`, {});
    for (const address of [url, `${url}document/`, `${url}page${path}`]) {
      const page = await get(address);
      expect([page.status, page.html]).toEqual([410, expect.stringContaining('这个预览链接已经停用')]);
    }
    const madeUp = await get(`${platform.portal}/preview/${'x'.repeat(43)}/`);
    expect([madeUp.status, madeUp.html]).toEqual([404, expect.stringContaining('这个预览链接打不开')]);
  });

  test('forms of a previewed page are dead and say so', async () => {
    const { url } = await share(documentId);
    const answer = await fetch(`${url}page/letters/write/`, { method: 'POST', headers: { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' }, body: 'title=x' });
    expect([answer.status, await answer.text()]).toEqual([405, expect.stringContaining('这是预览，表单不会提交')]);
  });

  test('somebody without an account and without script reads on a phone and gives advice, once', async ({ browser }) => {
    await save(documentId, { summary: '请专家看看这一句。' });
    const { url } = await share(documentId, { kind: 'advice', label: '望川大学 江老师' });
    const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 375, height: 740 } });
    const page = await context.newPage();
    await page.goto(url);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('请您看看这篇还没有发布的内容');
    await page.getByRole('link', { name: '用大字看（长者版）' }).click();
    await expect(page.locator('html')).toHaveAttribute('data-mode', 'elderly');
    await page.getByRole('link', { name: '返回说明和意见' }).click();
    await page.getByRole('button', { name: '提交意见' }).click();
    await expect(page.getByRole('alert').getByRole('link')).toHaveCount(3);
    await page.getByRole('radio', { name: '有修改意见' }).check();
    await page.getByLabel('具体意见').fill('“本周起”请写成具体日期。');
    await page.getByLabel('您的姓名').fill('江一帆');
    await page.getByLabel('您的单位').fill('望川大学');
    await page.getByRole('button', { name: '提交意见' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('您的意见已经收到，谢谢');
    await page.goto(url);
    await expect(page.getByText('这个链接只能提交一次意见')).toBeVisible();
    await context.close();
  });

  test('an editor sees the three views, the advice, and takes a link back', async ({ browser }) => {
    const page = await people.as(browser, 'author');
    await visit(page, `${platform.cms}/admin/content-manager/collection-types/api::article.article/${documentId}?plugins[i18n][locale]=zh-Hans`);
    await expect(page.getByRole('region', { name: '外部会审意见' })).toContainText('“本周起”请写成具体日期。');
    await page.getByRole('button', { name: '电脑', exact: true }).click();
    await page.getByRole('button', { name: '三种一起看' }).click();
    for (const name of ['电脑预览', '手机预览', '长者版预览']) await expect(page.frameLocator(`iframe[title="${name}"]`).getByRole('heading', { level: 1 })).toHaveText(title);
    await expect(page.frameLocator('iframe[title="长者版预览"]').locator('html')).toHaveAttribute('data-mode', 'elderly');
    await page.getByLabel('发给谁').fill('社区居委会');
    await page.getByRole('button', { name: '生成链接' }).click();
    const made = await page.locator('code').innerText();
    expect((await get(`${made}document/`)).html).toContain(title);
    const row = page.getByRole('listitem').filter({ hasText: '社区居委会' });
    await row.getByRole('button', { name: '停用' }).click();
    await expect(row).toContainText('已停用');
    expect((await get(made)).status).toBe(410);
  });

  test('an editor compares two versions and makes an earlier one the draft', async ({ browser }) => {
    const page = await people.as(browser, 'author');
    const { data } = await call('GET', `${ARTICLES}/${documentId}?locale=zh-Hans`);
    await save(documentId, { title: '改坏了的题目', body: `${data.body}<p>不该有的一段。</p>` });
    await visit(page, `${platform.cms}/admin/content-manager/collection-types/api::article.article/${documentId}?plugins[i18n][locale]=zh-Hans`);
    await page.getByRole('button', { name: '历史版本' }).click();
    await expect(page.getByRole('region', { name: '标题' }).locator('ins')).toContainText(['改坏了']);
    await expect(page.getByRole('region', { name: '正文' })).toContainText('不该有的一段。');
    await page.getByRole('list', { name: '所有版本' }).getByRole('listitem').filter({ hasText: '线上' }).first().getByRole('button', { name: '恢复成这一版' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: '恢复', exact: true }).click();
    await expect(page.getByText(/草稿已恢复成第 \d+ 版/)).toBeVisible();
    expect((await call('GET', `${ARTICLES}/${documentId}?locale=zh-Hans`)).data).toMatchObject({ title });
    expect(await live(path)).toContain(title);
  });

  test('the page of versions says on a phone that there is no such document', async ({ browser }) => {
    const page = await people.as(browser, 'author');
    const versionsOf = (id: string) => `${platform.cms}/admin/plugins/review/versions/api::article.article/${id}?locale=zh-Hans`;
    await page.setViewportSize({ width: 375, height: 740 });
    await visit(page, versionsOf(documentId));
    await expect(page.getByRole('list', { name: '所有版本' })).toBeVisible();
    await visit(page, versionsOf('nothing000000000000000000'));
    await expect(page.getByText('没有找到这份内容')).toBeVisible();
    await expect(page.getByRole('list', { name: '所有版本' })).toBeHidden();
  });
});
