import { expect, test as base, type Page } from '@playwright/test';

import { violationsOf } from './axe.ts';
import { openOwnSite, type OwnSite } from './own-site.ts';

const GUIDE = '/fuwu/geren/202608/jzz3m9x1/';
const ARTICLE = '/zixun/yaowen/202611/n4h8k2w6/';
const NEVER_SEEN = '/gongkai/guifan/202611/a8f3k2m5/';
const WITH_FORM = '/hudong/zhengji/202611/gjxw5z8k/';

const test = base.extend<{ own: OwnSite }>({
  own: async ({ browserName: _ }, use) => {
    const own = await openOwnSite();
    await use(own);
    await own.close();
  },
  serviceWorkers: 'allow',
});

/** Goes to a page and waits until the worker answers for the site. */
async function visit(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    if (!navigator.serviceWorker.controller) await new Promise((claimed) => navigator.serviceWorker.addEventListener('controllerchange', claimed, { once: true }));
  });
}

/** Paths of every page this browser keeps. */
const keptPages = (page: Page) =>
  page.evaluate(async () => {
    const requests = await Promise.all((await caches.keys()).map(async (name) => (await caches.open(name)).keys()));
    return [...new Set(requests.flat().map(({ url }) => decodeURI(new URL(url).pathname)))].filter((path) => path.endsWith('/')).sort();
  });

async function save(page: Page): Promise<void> {
  await page.getByRole('button', { name: '存到手机里' }).click();
  await expect(page.locator('gov-save')).toContainText('已存好，没有网络也能看。');
}

test('without a network one reads what was saved and what was visited, in both modes, and finds it in one list', async ({ page, own }) => {
  await visit(page, own.url + ARTICLE);
  await expect.poll(() => keptPages(page)).toContain(ARTICLE);
  await page.goto(own.url + GUIDE);
  await save(page);
  expect(await violationsOf(page)).toEqual([]);
  await own.cutNetwork();

  await page.goto(own.url + GUIDE);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('办理居住证');
  await expect(page.getByRole('status').filter({ hasText: '现在没有网络。这是' })).toContainText(/年\d+月\d+日/);
  await expect(page.locator('.btn').first()).toHaveCSS('border-top-width', '2px');
  expect(await violationsOf(page)).toEqual([]);
  await page.goto(`${own.url}/elder${GUIDE}`);
  await expect(page.locator('html')).toHaveAttribute('data-mode', 'elderly');
  await page.goto(own.url + ARTICLE);
  await expect(page.getByRole('status').filter({ hasText: '现在没有网络' })).toBeVisible();

  await page.goto(`${own.url}/elder${NEVER_SEEN}`);
  await expect(page).toHaveURL(/\/elder\/offline\/\?to=/);
  await expect(page.getByRole('heading', { name: '现在没有网络' })).toBeVisible();
  await expect(page.locator('[data-part="saved"] li')).toHaveCount(1);
  await expect(page.locator('[data-part="visited"]')).toContainText('市政府常务会议研究冬季供暖保障');
  await expect(page.getByRole('link', { name: /打 12345/ })).toHaveAttribute('href', 'tel:12345');
  expect(await violationsOf(page)).toEqual([]);
  await page.locator('[data-part="saved"]').getByRole('link', { name: '办理居住证' }).click();
  await expect(page).toHaveURL(`${own.url}/elder${GUIDE}`);
  await page.goBack();

  await own.mendNetwork();
  await page.getByRole('link', { name: '再试一次' }).click();
  await expect(page).toHaveURL(`${own.url}/elder${NEVER_SEEN}`);
  await expect(page.getByRole('status').filter({ hasText: '没有网络' })).toHaveCount(0);
});

test('forms, receipts, tracking, search and previews are never kept, whoever visits them', async ({ page, own }) => {
  await visit(page, `${own.url}/`);
  await expect.poll(() => keptPages(page)).toContain('/');
  for (const path of ['/letters/write/', '/letters/track/', '/elder/letters/write/', '/search/?q=电梯', WITH_FORM, '/link/', '/error/', '/kiosk/']) await page.goto(own.url + path);
  await page.goto(own.url + ARTICLE);
  await expect.poll(() => keptPages(page)).toContain(ARTICLE);
  expect(await keptPages(page)).toEqual(['/', '/hant/offline/', '/offline/', ARTICLE]);
});

test('what is saved is renewed with the site, and goes when the site withdraws it', async ({ page, own }) => {
  await visit(page, own.url + GUIDE);
  await save(page);
  own.additions.set(GUIDE, '<p>新增一条说明</p>');
  await page.goto(`${own.url}/offline/`);
  await expect(page.locator('[data-part="saved"] li')).toContainText('刚更新');
  await own.cutNetwork();
  await page.goto(own.url + GUIDE);
  await expect(page.getByText('新增一条说明')).toBeVisible();
  await own.mendNetwork();

  own.statuses.set(GUIDE, 410);
  await page.goto(`${own.url}/offline/`);
  await expect(page.locator('[data-part="saved"] li')).toContainText('网站已撤下');
  expect(await keptPages(page)).not.toContain(GUIDE);
});

test('a reader takes back what was saved, one page or all', async ({ page, own }) => {
  await visit(page, own.url + ARTICLE);
  await expect.poll(() => keptPages(page)).toContain(ARTICLE);
  await page.goto(own.url + GUIDE);
  await save(page);
  await page.reload();
  await page.getByRole('button', { name: '从手机里删除' }).click();
  await expect(page.getByRole('button', { name: '存到手机里' })).toBeVisible();
  await save(page);
  await page.getByRole('link', { name: '看存下的网页' }).click();
  await page.getByRole('button', { name: '删除：办理居住证' }).click();
  await expect(page.locator('gov-shelf').getByRole('status')).toHaveText('已删除：办理居住证');
  await page.getByRole('button', { name: '全部清除' }).click();
  await expect(page.locator('gov-shelf').getByRole('status')).toHaveText('已全部清除。');
  expect((await keptPages(page)).filter((path) => !path.endsWith('/offline/'))).toEqual([]);
});

test('whoever comes back to a page after a while is told that it has changed', async ({ page, own }) => {
  await page.clock.install();
  await visit(page, own.url + ARTICLE);
  await page.goto(own.url + ARTICLE);
  await expect.poll(() => keptPages(page)).toContain(ARTICLE);
  const show = (state: string) =>
    page.evaluate((value) => {
      Object.defineProperty(document, 'visibilityState', { value, configurable: true });
      document.dispatchEvent(new Event('visibilitychange'));
    }, state);
  own.additions.set(ARTICLE, '<p>又有新消息</p>');
  await expect(async () => {
    await show('hidden');
    await page.clock.fastForward('11:00');
    await show('visible');
    await page.clock.runFor(200);
    await expect(page.getByRole('status').filter({ hasText: '这一页有了新内容' })).toBeVisible({ timeout: 500 });
  }).toPass();
  await page.getByRole('link', { name: '看新内容' }).click();
  await expect(page.getByText('又有新消息')).toBeVisible();
});

test('the site can be put among the apps of a device', async ({ page, own }) => {
  await visit(page, `${own.url}/`);
  const debuggerOf = await page.context().newCDPSession(page);
  const { errors, data } = await debuggerOf.send('Page.getAppManifest');
  expect(errors).toEqual([]);
  expect(data).toContain('"short_name"');
  const { installabilityErrors } = (await debuggerOf.send('Page.getInstallabilityErrors')) as { installabilityErrors: { errorId: string }[] };
  expect(installabilityErrors.filter(({ errorId }) => errorId !== 'in-incognito')).toEqual([]);
  const { icons } = JSON.parse(data!) as { icons: { src: string; sizes: string }[] };
  const touch = await page.locator('link[rel=apple-touch-icon]').getAttribute('href');
  const sides = await page.evaluate(async (addresses) => {
    const load = async (src: string) => {
      const picture = new Image();
      picture.src = src;
      await picture.decode();
      return picture.naturalWidth;
    };
    return Promise.all(addresses.map(load));
  }, [...icons.filter(({ sizes }) => sizes !== 'any').map(({ src }) => src), touch!]);
  expect(sides).toEqual([192, 512, 512, 180]);
});
