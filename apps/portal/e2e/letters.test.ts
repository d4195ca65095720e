import { FORM_FIELDS } from '@mingchuang/content';
import { expect, type Page } from '@playwright/test';

import { test } from './site.ts';

const ERRORS = '/letters/write/errors/';
const FIELDS = ['purpose', 'agency', 'title', 'body', 'name', 'phone', 'mayPublish'];

/** Names of what a form would send, as the browser itself collects them. */
const sent = (page: Page) =>
  page.locator('main form').evaluate((form: HTMLFormElement) => [...new FormData(form).entries()].map(([name, value]) => [name, String(value)]));

for (const prefix of ['', '/elder'])
  test(`a letter sent back leads from each error to its field, by keyboard${prefix && ' in elderly mode'}`, async ({ page, site }) => {
    await page.goto(site + prefix + ERRORS);
    await expect(page).toHaveTitle(/^错误：/);
    const links = page.getByRole('alert').getByRole('link');
    for (const [at, name] of ['purpose', 'agency', 'title', 'phone', 'mayPublish'].entries()) {
      await links.nth(at).focus();
      await page.keyboard.press('Enter');
      const field = page.locator(`#${name}`);
      await expect(field).toBeInViewport();
      const group = page.locator('main form').locator(`fieldset:has(#${name}), #${name}:not([type=radio])`);
      await expect(group).toHaveAttribute('aria-invalid', 'true');
      const described = ((await group.getAttribute('aria-describedby')) ?? '').split(' ');
      await expect(page.locator(`#${described.at(-1)}`)).toHaveText(await links.nth(at).innerText().then((text) => `错误：${text}`));
    }
  });

test('a letter sent back has kept exactly what was typed', async ({ page, site }) => {
  await page.goto(site + ERRORS);
  await expect(page.locator('#title')).toHaveValue('路灯');
  await expect(page.locator('#body')).toHaveValue('小区东门的路灯坏了三天，晚上看不见台阶。');
  await expect(page.locator('#phone')).toHaveValue('1380000');
  expect(Object.fromEntries(await sent(page))).toMatchObject({ [FORM_FIELDS.token]: 'example-token', [FORM_FIELDS.trap]: '' });
});

test('the letter is written by keyboard alone, and its form sends the fields the gateway reads', async ({ page, site }) => {
  await page.goto(`${site}/letters/write/`);
  await page.locator('#purpose').focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Tab');
  await expect(page.locator('#agency')).toBeFocused();
  for (const text of ['小区东门的路灯坏了三天', '晚上看不见台阶，请修一修。', '张敏', '13800000000']) {
    await page.keyboard.press('Tab');
    await page.keyboard.type(text);
  }
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  expect(await sent(page)).toEqual([
    ['purpose', 'help'],
    ['agency', ''],
    ['title', '小区东门的路灯坏了三天'],
    ['body', '晚上看不见台阶，请修一修。'],
    ['name', '张敏'],
    ['phone', '13800000000'],
    ['mayPublish', 'yes'],
    [FORM_FIELDS.trap, ''],
  ]);
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: '寄出' })).toBeFocused();
});

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });

  for (const prefix of ['', '/elder'])
    test(`forms are sent below the address they came from${prefix && ' in elderly mode'}`, async ({ page, site }) => {
      const posted: string[] = [];
      await page.route('**/*', (route) => {
        if (route.request().method() !== 'POST') return route.continue();
        posted.push(`${new URL(route.request().url()).pathname} ${new URLSearchParams(route.request().postData() ?? '').toString()}`);
        return route.fulfill({ contentType: 'text/html', body: 'taken' });
      });
      await page.goto(`${site}${prefix}/letters/write/confirm/`);
      await page.getByRole('button', { name: '没有问题，寄出' }).click();
      await page.goto(`${site}${prefix}/letters/write/confirm/`);
      await page.getByRole('button', { name: '回去改' }).click();
      await page.goto(`${site}${prefix}/letters/track/`);
      await page.getByLabel('编号').fill('20261110-K7P2QX');
      await page.getByLabel('查询码').fill('K7P2QX4M');
      await page.getByRole('button', { name: '查进度' }).click();
      await page.goto(`${site}${prefix}/letters/track/answered/`);
      await page.getByRole('radio', { name: '基本满意', exact: true }).check();
      await page.getByRole('button', { name: '提交评价' }).click();
      const [letter, edit, track, rate] = posted.map((one) => one.split(' ') as [string, string]);
      expect(posted.map((one) => one.split(' ')[0])).toEqual(
        ['/letters/write/', '/letters/write/', '/letters/track/', '/letters/rate/'].map((path) => prefix + path),
      );
      const names = (query: string) => [...new URLSearchParams(query).keys()];
      expect(names(letter![1])).toEqual([...FIELDS, FORM_FIELDS.token, FORM_FIELDS.trap]);
      expect(names(edit![1])).toContain(FORM_FIELDS.edit);
      expect(Object.fromEntries(new URLSearchParams(track![1]))).toEqual({ number: '20261110-K7P2QX', code: 'K7P2QX4M' });
      expect(Object.fromEntries(new URLSearchParams(rate![1]))).toEqual({ number: '20261110-K7P2QX', code: 'K7P2QX4M', rating: '3', comment: '' });
    });
});

test('targets of the forms are as large as promised', async ({ page, site }) => {
  await page.setViewportSize({ width: 375, height: 800 });
  for (const [prefix, least] of [
    ['', 44],
    ['/elder', 60],
  ] as const)
    for (const path of [ERRORS, '/letters/track/', '/letters/track/answered/', '/letters/write/confirm/']) {
      await page.goto(site + prefix + path);
      const small = await page.locator('main form').evaluate(
        (form, size) =>
          [...form.querySelectorAll<HTMLElement>('label:has(input), .in, button')]
            .filter((element) => !element.closest('.trap') && element.getBoundingClientRect().height < size)
            .map((element) => element.outerHTML.slice(0, 100)),
        least,
      );
      expect(small, prefix + path).toEqual([]);
    }
});
