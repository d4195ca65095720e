import { expect, type Page } from '@playwright/test';

import { violationsOf } from './axe.ts';
import { test } from './site.ts';
import { hearOf, standInForHearing } from './stand-in-hearing.ts';

const box = (page: Page) => page.getByRole('combobox', { name: '全站搜索' });
const options = (page: Page) => page.getByRole('option');

test('the first letter brings services first, by characters, pinyin and initials, and nothing is asked of the server', async ({ page, site }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await page.goto(`${site}/zixun/yaowen/202611/n4h8k2w6/`);
  expect(asked.filter((path) => /suggest/.test(path))).toEqual([]);
  await page.getByRole('searchbox', { name: '全站搜索' }).focus();
  await expect(box(page)).toHaveAttribute('aria-expanded', 'false');
  for (const typed of ['居', '住证', 'juzhu', 'jzz', 'ju zhu z', '暂住证']) {
    await box(page).fill(typed);
    await expect(options(page).first(), typed).toContainText('居住证');
    await expect(options(page).first(), typed).toContainText('办事');
  }
  await expect(options(page).first()).toContainText('也叫：办暂住证');
  await expect(page.locator('gov-suggest [role=status]')).toHaveText(/^\d+ 条建议/);
  expect(asked.filter((path) => path.startsWith('/search/'))).toEqual(['/search/suggestions.json']);
});

test('all of it works by keyboard: arrows go round, Escape closes, Home and End stay in what was typed, Enter opens', async ({ page, site }) => {
  await page.goto(`${site}/zixun/yaowen/202611/n4h8k2w6/`);
  await page.getByRole('searchbox').focus();
  await page.keyboard.type('居住');
  await expect(options(page).first()).toBeVisible();
  const count = await options(page).count();
  expect(count).toBeGreaterThan(1);
  const active = async () => page.locator(`#${await box(page).getAttribute('aria-activedescendant')}`);
  await page.keyboard.press('ArrowDown');
  expect(await (await active()).textContent()).toBe(await options(page).first().textContent());
  await expect(await active()).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('ArrowUp');
  expect(await (await active()).textContent()).toBe(await options(page).last().textContent());
  await page.keyboard.press('Home');
  await expect(box(page)).not.toHaveAttribute('aria-activedescendant');
  await page.keyboard.press('Escape');
  await expect(box(page)).toHaveAttribute('aria-expanded', 'false');
  await expect(box(page)).toHaveValue('居住');
  await page.keyboard.press('ArrowDown');
  await expect(options(page).first()).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(`${site}/fuwu/geren/202608/jzz3m9x1/`);
});

test('Enter with nothing chosen searches what was typed; a word is searched, in the mode of the page', async ({ page, site }) => {
  await page.goto(`${site}/elder/`);
  await page.getByRole('searchbox').focus();
  await page.keyboard.type('居住');
  await expect(options(page).first()).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/elder\/search\/\?q=/);
  await page.getByRole('searchbox').fill('新能源');
  await options(page).filter({ hasText: '大家常搜' }).filter({ hasText: '新能源车补贴' }).click();
  await expect(page).toHaveURL(`${site}/elder/search/?q=${encodeURIComponent('新能源车补贴')}`);
  await page.getByRole('combobox').fill('juzhuzheng');
  await options(page).filter({ hasText: '办理居住证' }).click();
  await expect(page).toHaveURL(`${site}/elder/fuwu/geren/202608/jzz3m9x1/`);
});

test('an input method at work keeps its keys, and its letters are read as pinyin', async ({ page, site }) => {
  await page.goto(`${site}/`);
  const input = page.getByRole('searchbox');
  await input.focus();
  await expect(page.getByRole('combobox')).toBeVisible();
  const client = await page.context().newCDPSession(page);
  await client.send('Input.imeSetComposition', { text: "ju'zhu", selectionStart: 6, selectionEnd: 6 });
  await expect(options(page).first()).toContainText('居住证');
  await page.keyboard.press('ArrowDown');
  const pressed = await page.getByRole('combobox').evaluate((element) => {
    element.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true, cancelable: true }));
    return location.pathname;
  });
  expect(pressed).toBe('/');
});

test('on a phone nothing is covered: few suggestions, large, and the page moves down', async ({ page, site }) => {
  // What a keyboard leaves of 375 × 667.
  await page.setViewportSize({ width: 375, height: 400 });
  for (const [path, least] of [['/zixun/yaowen/202611/n4h8k2w6/', 44], ['/elder/zixun/yaowen/202611/n4h8k2w6/', 60], ['/', 44]] as const) {
    await page.goto(site + path);
    await page.getByRole('searchbox').focus();
    await page.keyboard.type('z');
    await expect(options(page).first()).toBeVisible();
    expect(await options(page).count(), path).toBeLessThanOrEqual(5);
    for (const option of await options(page).all()) expect((await option.boundingBox())!.height, path).toBeGreaterThanOrEqual(least);
    await expect(page.getByRole('listbox'), path).toHaveCSS('position', 'static');
    // The box and what it suggests first stand together in what is left of the window.
    expect((await page.getByRole('combobox').boundingBox())!.y, path).toBeGreaterThanOrEqual(0);
    const second = (await options(page).nth(1).boundingBox())!;
    expect(second.y + second.height, path).toBeLessThanOrEqual(400);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), path).toBeLessThanOrEqual(0);
  }
});

test('open suggestions have no accessibility violation, in either mode', async ({ page, site }) => {
  await page.setViewportSize({ width: 375, height: 900 });
  for (const path of ['/', '/elder/', '/404/']) {
    await page.goto(site + path);
    await page.getByRole('searchbox').focus();
    await page.keyboard.type('居住');
    await page.keyboard.press('ArrowDown');
    await expect(options(page).first()).toBeVisible();
    expect(await violationsOf(page), path).toEqual([]);
  }
});

test('a page in 繁體 suggests in its script, whichever is typed', async ({ page, site }) => {
  await page.goto(`${site}/hant/`);
  await page.getByRole('searchbox').focus();
  for (const typed of ['居住證', '居住证', 'juzhuz']) {
    await page.getByRole('combobox').fill(typed);
    await expect(options(page).first(), typed).toContainText('居住證');
  }
  await options(page).first().click();
  await expect(page).toHaveURL(`${site}/hant/fuwu/geren/202608/jzz3m9x1/`);
});

test('speech is taken only after it is said where the sound goes, and every trouble is named', async ({ page, site }) => {
  await standInForHearing(page);
  await page.goto(`${site}/`);
  const microphone = page.getByRole('button', { name: '用语音输入' });
  const note = page.locator('.voice-note');
  await microphone.click();
  await expect(note).toContainText('本网站不接收、不保存声音');
  expect(await hearOf(page, 'started')).toBe(0);
  await page.getByRole('button', { name: '知道了，开始说' }).click();
  await expect(note).toContainText('请说');
  await expect(microphone).toHaveAttribute('aria-pressed', 'true');
  for (const [error, said] of [['not-allowed', '许可'], ['no-speech', '没有听到声音'], ['network', '连不上网络'], ['strange', '没有听清']] as const) {
    await hearOf(page, 'fail', error);
    await expect(note, error).toContainText(said);
    await expect(microphone).toHaveAttribute('aria-pressed', 'false');
    await microphone.click();
  }
  await hearOf(page, 'hear', '居住证怎么办。');
  await expect(page).toHaveURL(`${site}/search/?q=${encodeURIComponent('居住证怎么办')}`);
});

test('where the browser hears nothing there is no microphone', async ({ page, site }) => {
  await page.addInitScript(() => {
    delete (window as { webkitSpeechRecognition?: unknown }).webkitSpeechRecognition;
    delete (window as { SpeechRecognition?: unknown }).SpeechRecognition;
  });
  await page.goto(`${site}/`);
  await expect(page.getByRole('button', { name: '搜索', exact: true })).toBeVisible();
  await expect(page.getByRole('button', { name: '用语音输入' })).toBeHidden();
});

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });

  test('the box is a plain form', async ({ page, site }) => {
    await page.goto(`${site}/zixun/yaowen/202611/n4h8k2w6/`);
    await page.getByRole('searchbox').fill('居住证');
    await page.getByRole('button', { name: '搜索' }).click();
    await expect(page).toHaveURL(`${site}/search/?q=${encodeURIComponent('居住证')}`);
  });
});

test('what is pressed below an open list is what is followed', async ({ page, site }) => {
  await page.goto(`${site}/search/?q=公积金`);
  const policies = page.locator('.side').getByRole('link', { name: /^政策文件/ });
  await expect(policies).toBeVisible();
  await page.getByRole('main').locator('[name=q]').fill('居住');
  await expect(options(page).first()).toBeVisible();
  await policies.click();
  await expect(page).toHaveURL(/kind=policy/);
  await expect(options(page)).toHaveCount(0);
});
