import { expect, type Page } from '@playwright/test';

import { callAs, type Call } from './admin-calls.ts';
import { test } from './platform-test.ts';
import type { Platform } from './run-platform.ts';

const RULES = '/content-manager/collection-types/api::search-rule.search-rule';
/** What an editor waits at most, with the machine busy with other suites. */
const SOON = 20_000;

/** What visitors find by the rules editors publish. */
test.describe.serial('searching', () => {
  test.describe.configure({ timeout: 120_000 });
  let platform: Platform;
  let call: Call;
  let site: string;

  test.beforeAll(async ({ platformWith }) => {
    test.setTimeout(400_000);
    platform = await platformWith('off');
    call = await callAs(platform, 'siteadmin');
    const { results } = await call('GET', '/content-manager/relations/api::search-rule.search-rule/site?pageSize=50');
    site = results.find(({ title }: { title: string }) => title === '望川市人民政府门户网站').documentId;
  });

  async function publish(rule: object): Promise<void> {
    const { error } = await call('POST', `${RULES}/actions/publish`, { ...rule, site: { connect: [{ documentId: site }] } });
    expect(error).toBeUndefined();
  }

  /** Searches as visitors do who come to the page with their query, and answers what is first. */
  async function firstFor(page: Page, query: string): Promise<string> {
    await page.goto(`${platform.portal}/search/?q=${encodeURIComponent(query)}`);
    await expect(page.locator('[data-part=status]')).toHaveText(/^(找到|没有找到)/);
    const first = page.locator('.hits > li').first();
    return (await first.isVisible()) ? first.innerText() : '';
  }

  /** Searches again and again; says after how long the rule is followed. */
  async function untilFirst(page: Page, query: string, text: string): Promise<void> {
    const since = Date.now();
    await expect.poll(() => firstFor(page, query), { timeout: SOON, intervals: [100] }).toContain(text);
    console.log(`“${query}” follows its rule after ${((Date.now() - since) / 1000).toFixed(1)} s`);
  }

  test('a synonym is followed by the next search, and nothing is indexed anew', async ({ page }) => {
    const index = async () => (await fetch(`${platform.portal}/search/index/search.json`)).text();
    const before = await index();
    expect(await firstFor(page, '蓝皮小本本')).not.toContain('居住证');
    await publish({ title: '蓝皮小本本就是居住证', kind: 'same', words: '蓝皮小本本\n居住证' });
    await untilFirst(page, '蓝皮小本本', '居住证');
    expect(await index()).toBe(before);
  });

  test('a page that is put first stands first in the next search', async ({ page }) => {
    expect(await firstFor(page, '公租房')).not.toContain('给市长写信');
    const until = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10);
    await publish({ title: '搜公租房先给写信页', kind: 'best', words: '公租房', target: '/letters/write/', targetTitle: '给市长写信，问公租房', owner: '网站科', until });
    await untilFirst(page, '公租房', '给市长写信，问公租房');
  });
});
