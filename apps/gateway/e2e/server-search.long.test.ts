import { expect, type Page } from '@playwright/test';

import { findPostgres, startPostgres } from '../../../scripts/steps/postgres.mjs';
import { test } from './platform-test.ts';
import { runPlatform, type Platform } from './run-platform.ts';

const ASKED = '/search/answer/';
const RESIDENCE = '/fuwu/geren/202602/ni7treaf/';
const FUND = '/fuwu/geren/202605/skkm92tw/';

/** What visitors type, and the page that must stand among the first three. */
const QUESTIONS = [
  ['a title', '望川概况', '/zoujin/gaikuang/202603/4y1n2vv6/'],
  ['a document number', '望政规[2026]8', '/gongkai/zhengce/guifan/202610/c9yhx1z9/'],
  ['what people call it', '办准生证', '/fuwu/geren/202604/dissc7wd/'],
  ['pinyin', 'juzhuzheng', RESIDENCE],
  ['a wrong character', '住房公基金', FUND],
] as const;

/** A city whose searches PostgreSQL answers (decision 31): the same questions, the same answers, and the browser as before when it is away. */
test.describe.serial('the engine on the server', () => {
  test.describe.configure({ timeout: 120_000 });
  let platform: Platform;
  let stopDatabase: (() => Promise<void>) | undefined;

  test.beforeAll(async () => {
    test.setTimeout(900_000);
    const database = await startPostgres(await findPostgres());
    stopDatabase = () => database.stop();
    platform = await runPlatform({ REVIEW: 'off', SECOND_FACTOR: 'off', SEARCH_DATABASE_URL: database.url });
    const search = async () => {
      const answer = await fetch(platform.portal + ASKED, { method: 'POST', body: new URLSearchParams({ request: '{"query":"居住证"}' }) });
      return answer.ok ? ((await answer.json()) as { total: number }).total : 0;
    };
    await expect.poll(search, { timeout: 300_000 }).toBeGreaterThan(0);
  });
  test.afterAll(async () => {
    await platform?.stop();
    await stopDatabase?.();
  });

  /** What the results page shows, and who was asked for it: the server for answers, or for files of the index. */
  async function look(page: Page, query: string) {
    let [served, filesRead] = [0, 0];
    page.on('response', (response) => {
      if (response.url().endsWith(ASKED) && response.ok()) served++;
    });
    page.on('request', (request) => {
      if (request.url().includes('/search/index/')) filesRead++;
    });
    await page.goto(`${platform.portal}/search/?q=${encodeURIComponent(query)}`);
    await expect(page.locator('[data-part=status]')).toHaveText(/^找到 \d+ 条/);
    const results = page.locator('.hits > li');
    return {
      status: await page.locator('[data-part=status]').innerText(),
      links: await results.evaluateAll((all) => all.map((one) => one.querySelector('a')!.getAttribute('href'))),
      texts: await results.allInnerTexts(),
      kinds: await page.locator('.side [data-facet=kind] [data-part=values] a').allInnerTexts(),
      served,
      filesRead,
    };
  }

  /** The same page with the server's engine out of reach. */
  async function lookInBrowser(page: Page, query: string) {
    await page.context().route(`**${ASKED}`, (route) => route.abort());
    return look(page, query);
  }

  for (const [name, query, path] of QUESTIONS)
    test(`${name} is found, and shown as the browser would`, async ({ browser }) => {
      const [first, second] = await Promise.all([browser.newPage(), browser.newPage()]);
      const { served, filesRead, ...shown } = await look(first, query);
      expect({ served, filesRead }).toEqual({ served: 1, filesRead: 0 });
      expect(shown.links.slice(0, 3)).toContain(`..${path}`);
      const { served: none, filesRead: read, ...inBrowser } = await lookInBrowser(second, query);
      expect(none).toBe(0);
      expect(read).toBeGreaterThan(0);
      expect(shown).toEqual(inBrowser);
      await Promise.all([first.close(), second.close()]);
    });

  test('results are narrowed down by a facet, with the numbers it said', async ({ page }) => {
    const { kinds } = await look(page, '公积金');
    const [name, count] = /^(政策文件)\D*(\d+)/.exec(kinds.find((kind) => kind.startsWith('政策文件'))!)!.slice(1);
    const answered = page.waitForResponse((response) => response.url().endsWith(ASKED));
    await page.locator('.side').getByRole('link', { name: new RegExp(`^${name}`) }).click();
    expect((await answered).status()).toBe(200);
    await expect(page.locator('[data-part=status]')).toHaveText(`找到 ${count} 条`);
    expect(new Set(await page.locator('.hits .tag[data-slot=kind]').allInnerTexts())).toEqual(new Set(['政策文件']));
  });
});
