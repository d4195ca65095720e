import { expect, type Page } from '@playwright/test';

import { violationsOf } from './axe.ts';
import { test } from './site.ts';
import { finishAll, finishSentence, saidOn, standInForSpeech, takeSpeechAway } from './stand-in-speech.ts';

const POLICY = '/gongkai/guifan/202611/a8f3k2m5/';
const NEWS = '/zixun/yaowen/202611/n4h8k2w6/';

const panelOf = (page: Page) => page.getByRole('region', { name: '无障碍' });
const settings = (page: Page) => page.evaluate(() => ({ ...document.documentElement.dataset }));
const announced = (page: Page) => page.locator('body > [role=status]');

async function open(page: Page): Promise<void> {
  await page.getByRole('navigation', { name: '站点工具' }).getByRole('link', { name: '无障碍', exact: true }).click();
  await expect(panelOf(page)).toBeVisible();
}

/** Presses Tab until something has the focus. */
async function tabTo(page: Page, name: string): Promise<void> {
  for (let stop = 0; stop < 60; stop++) {
    await page.keyboard.press('Tab');
    if ((await page.evaluate(() => document.activeElement?.textContent?.trim())) === name) return;
  }
  throw new Error(`The Tab key never reaches ${name}`);
}

test('the tools are reached, set, announced, kept and reset by keyboard alone', async ({ page, site }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await page.goto(site + POLICY);
  expect(asked.filter((path) => /heed|accessibility/.test(path)), 'nothing is loaded before it is wanted').toEqual([]);

  await tabTo(page, '无障碍');
  await page.keyboard.press('Enter');
  await expect(panelOf(page)).toBeVisible();
  await expect(panelOf(page).getByRole('heading', { name: '无障碍' })).toBeFocused();
  const place = await panelOf(page).evaluate((panel) => ({ position: getComputedStyle(panel).position, before: panel.nextElementSibling?.tagName }));
  expect(place, 'it stands in the page and pushes the rest down').toEqual({ position: 'static', before: 'HEADER' });

  await tabTo(page, '1.5 倍');
  await page.keyboard.press('Enter');
  await expect(panelOf(page).getByRole('group', { name: '字号' }).getByRole('button', { pressed: true })).toHaveText('1.5 倍');
  await expect(announced(page)).toHaveText('字号：1.5 倍');
  expect(await page.evaluate(() => getComputedStyle(document.documentElement).fontSize)).toBe('24px');

  await page.keyboard.press('Alt+Shift+KeyC');
  await expect(announced(page)).toHaveText('配色：深色');
  await page.keyboard.press('Alt+Shift+KeyM');
  await expect(announced(page)).toHaveText('大鼠标已打开');
  await page.keyboard.press('Alt+Shift+KeyW');
  await expect(panelOf(page)).toBeHidden();
  await expect(page.locator('a[data-a11y]')).toBeFocused();

  await page.goto(site + NEWS);
  expect(await settings(page)).toMatchObject({ size: '1.5', scheme: 'dark', cursor: 'large' });
  await page.goto(`${site}/elder${NEWS}`);
  expect(await settings(page)).toMatchObject({ mode: 'elderly', size: '1.5', scheme: 'dark' });

  await page.keyboard.press('Alt+Shift+Digit0');
  await expect(announced(page)).toHaveText('全部设置已恢复默认');
  expect(Object.keys(await settings(page)).sort()).toEqual(['mode', 'theme']);
  await page.reload();
  expect(Object.keys(await settings(page)).sort()).toEqual(['mode', 'theme']);
});

test('what is set holds on every site of the city and on no other', async ({ page, site }) => {
  for (const host of ['www.wangchuan.gov.cn', 'rsj.wangchuan.gov.cn', 'www.other.gov.cn'])
    await page.route(`http://${host}/**`, async (route) => {
      const { pathname } = new URL(route.request().url());
      await route.fulfill({ response: await route.fetch({ url: site + pathname }) });
    });
  await page.goto(`http://www.wangchuan.gov.cn${NEWS}`);
  await open(page);
  await panelOf(page).getByRole('button', { name: '黑底黄字' }).click();
  await page.goto(`http://rsj.wangchuan.gov.cn${NEWS}`);
  expect(await settings(page)).toMatchObject({ scheme: 'yellow-black' });
  await page.goto(`http://www.other.gov.cn${NEWS}`);
  expect(await settings(page)).not.toHaveProperty('scheme');
});

test('a text is read sentence by sentence, marked, stopped and taken up again', async ({ page, site }) => {
  await standInForSpeech(page, ['en-US', 'zh-HK', 'zh-CN']);
  await page.goto(site + NEWS);
  const title = await page.getByRole('heading', { level: 1 }).innerText();
  await page.getByRole('button', { name: '读给我听' }).click();
  await expect.poll(() => saidOn(page)).toEqual([{ text: title, lang: 'zh-CN', rate: 0.9, voice: 'Voice zh-CN' }]);
  await expect(page.getByRole('button', { name: '停止朗读' })).toBeVisible();
  const marked = () => page.evaluate(() => [...(CSS.highlights.get('gov-spoken') ?? [])].map(String).join());
  expect(await marked()).toBe(title);

  await finishSentence(page);
  await expect.poll(async () => (await saidOn(page)).length).toBe(2);
  const second = (await saidOn(page))[1]!.text;
  expect((await marked()).replace(/\s+/g, ' ').trim()).toBe(second);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: '读给我听' })).toBeVisible();
  expect(await marked()).toBe('');

  await page.keyboard.press('Alt+Shift+KeyV');
  await page.keyboard.press('Alt+Shift+KeyR');
  await expect.poll(async () => (await saidOn(page)).length).toBe(3);
  expect((await saidOn(page))[2]).toMatchObject({ text: second, rate: 0.9 * 1.3 });
  await page.keyboard.press('Alt+Shift+KeyJ');
  await expect.poll(async () => (await saidOn(page)).at(-1)?.text).toBe(title);
  await page.keyboard.press('Escape');

  // To the end: nothing of the text is left out, nothing of the page around it is said.
  const before = (await saidOn(page)).length;
  await page.keyboard.press('Alt+Shift+KeyR');
  await expect.poll(async () => (await saidOn(page)).length).toBe(before + 1);
  await finishAll(page);
  await expect(page.getByRole('button', { name: '读给我听' })).toBeVisible();
  const plain = (text: string) => text.replace(/\s/g, '');
  const all = plain((await saidOn(page)).slice(before).map(({ text }) => text).join(''));
  const paragraphs = await page.locator('.read :is(p, h2, h3, figcaption)').allInnerTexts();
  expect(paragraphs.length).toBeGreaterThan(4);
  for (const paragraph of paragraphs) expect(all).toContain(plain(paragraph));
  expect(all, 'a cell is read with its column').toContain('应改造（公里）：12.5');
  expect(all).not.toContain('站点地图');
});

test('what is pointed at is read and shown in large characters with pinyin, on the next page too', async ({ page, site }) => {
  await standInForSpeech(page, ['zh-CN']);
  await page.goto(site + NEWS);
  await open(page);
  for (const name of ['指读', '大字幕', '拼音', '阅读标尺']) await panelOf(page).getByRole('button', { name }).click();
  await page.goto(site + POLICY);
  const subtitle = page.getByRole('region', { name: '大字幕' });
  await expect(subtitle).toBeVisible();
  await page.locator('.read p').first().hover({ position: { x: 60, y: 12 } });
  await expect.poll(async () => (await saidOn(page)).length).toBe(1);
  const { text } = (await saidOn(page))[0]!;
  await expect.poll(async () => (await subtitle.locator('p').evaluate((place) => [...place.childNodes].map((node) => node.firstChild?.textContent ?? node.textContent).join('')))).toBe(text);
  expect(await subtitle.locator('rt').first().innerText()).toMatch(/^[a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ]+$/);

  const link = page.getByRole('navigation', { name: '主导航' }).getByRole('link').nth(2);
  await link.focus();
  await expect.poll(async () => (await saidOn(page)).at(-1)?.text).toBe((await link.innerText()).trim());
  const guide = page.locator('gov-guide');
  expect(await guide.evaluate((element) => element.style.getPropertyValue('--y'))).toMatch(/px$/);

  await page.emulateMedia({ media: 'print' });
  await expect(subtitle).toBeHidden();
  await expect(guide).toBeHidden();
});

test('without a voice the tools say so and say what helps', async ({ page, site, browser }) => {
  await takeSpeechAway(page);
  await page.goto(site + NEWS);
  await expect(page.getByRole('button', { name: '打印' })).toBeVisible();
  await expect(page.getByRole('button', { name: '读给我听' })).toBeHidden();
  await page.keyboard.press('Alt+Shift+KeyR');
  await expect(panelOf(page).getByText('您的浏览器不能朗读网页')).toBeVisible();
  await expect(announced(page)).toContainText('您的浏览器不能朗读网页');

  const other = await browser.newPage();
  await standInForSpeech(other, ['en-US', 'ja-JP']);
  await other.goto(site + NEWS);
  await other.getByRole('button', { name: '读给我听' }).click();
  await expect(panelOf(other).getByText('这台设备没有中文语音')).toBeVisible();
  expect(await saidOn(other)).toEqual([]);
  await other.close();
});

for (const [mode, prefix] of [['standard', ''], ['elderly', '/elder']] as const)
  test(`the open panel has no accessibility violation in ${mode} mode and fits every width`, async ({ page, site }) => {
    await standInForSpeech(page, ['zh-CN', 'zh-HK']);
    await page.goto(site + prefix + NEWS);
    await open(page);
    await panelOf(page).getByRole('button', { name: '大字幕' }).click();
    await expect(page.getByRole('region', { name: '大字幕' })).toBeVisible();
    for (const width of [320, 375, 1440]) {
      await page.setViewportSize({ width, height: 900 });
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), `${width} px`).toBeLessThanOrEqual(0);
      // At the end of the page the subtitle stands in its own place and covers nothing.
      await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight));
      if (width > 320) expect(await violationsOf(page), `${width} px`).toEqual([]);
    }
    const least = prefix ? 60 : 44;
    const small = await panelOf(page).locator('button:visible, select:visible').evaluateAll((buttons, height) => buttons.filter((button) => button.getBoundingClientRect().height < height).map(({ outerHTML }) => outerHTML), least);
    expect(small).toEqual([]);
    await page.emulateMedia({ media: 'print' });
    await expect(panelOf(page)).toBeHidden();
  });

test('繁體 brings the panel in its own characters', async ({ page, site }) => {
  await page.goto(`${site}/hant${NEWS}`);
  await page.locator('a[data-a11y]').click();
  await expect(page.getByRole('region', { name: '無障礙' }).getByRole('button', { name: '恢復默認' })).toBeVisible();
});

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });

  test('the way to the tools leads to a page that says what works', async ({ page, site }) => {
    await page.goto(site + NEWS);
    await page.getByRole('link', { name: '无障碍', exact: true }).click();
    await expect(page).toHaveURL(`${site}/accessibility/`);
    await expect(panelOf(page)).toBeHidden();
    await expect(page.getByRole('heading', { name: '不用工具也能做的' })).toBeVisible();
    await page.getByRole('main').getByRole('link', { name: '长者版' }).click();
    await expect(page).toHaveURL(`${site}/elder/accessibility/`);
  });
});
