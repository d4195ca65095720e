import { expect, type Page } from '@playwright/test';

import { callAs, type Call } from './admin-calls.ts';
import { signIn } from './admin-page.ts';
import { violationsOf } from './axe-regions.ts';
import { walkByKeyboard } from './keyboard-walk.ts';
import { test } from './platform-test.ts';
import type { Platform } from './run-platform.ts';

const RULES = '/content-manager/collection-types/api::search-rule.search-rule';
/** What an editor waits at most, with the machine busy with other suites. */
const SOON = 20_000;

/** What visitors find: by the rules editors publish, and among all sites of a group. */
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

  test('the form asks what the kind of a rule needs, and nothing else', async ({ browser }) => {
    const page = await signIn(browser, platform, 'siteadmin', `${RULES}/create`);
    const kind = page.getByRole('combobox', { name: '规则类型' });
    const asked = async () => (await page.locator('form label').allInnerTexts()).map((label) => label.replace('*', '').trim());
    const ALWAYS = ['规则名称', '所属站点', '规则类型', '词', '有效期至', '说明'];
    for (const [name, more] of [
      ['单向', ['也找这些词']],
      ['置顶', ['页面网址', '显示的标题', '负责人']],
      ['压后', ['页面网址', '负责人']],
      ['同义词', []],
    ] as const) {
      await kind.click();
      await page.getByRole('option', { name, exact: true }).click();
      await expect.poll(async () => (await asked()).sort(), { message: name }).toEqual([...ALWAYS, ...more].sort());
    }
    await page.context().close();
  });

  test.describe('the switch between this site and all sites', () => {
    /** The sisters of a site at localhost are at names under it. */
    const at = (prefix: string, query: string) => `${platform.portal.replace('127.0.0.1', 'localhost')}${prefix}/search/?q=${encodeURIComponent('临江 步道')}${query}`;

    for (const prefix of ['', '/elder'])
      test(`has no accessibility violation at ${prefix}/, on telephones and desks, in any colours`, async ({ page }) => {
        await page.emulateMedia({ reducedMotion: 'reduce' });
        await page.goto(at(prefix, '&sites=all'));
        await expect(page.getByRole('group', { name: '搜索范围' })).toBeVisible();
        await expect(page.locator('[data-part=status]')).toHaveText(/^找到 \d+ 条/);
        for (const width of [375, 1440]) {
          await page.setViewportSize({ width, height: 900 });
          expect(await violationsOf(page), String(width)).toEqual([]);
          expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
        }
        for (const scheme of ['dark', 'yellow-black', 'yellow-blue']) {
          await page.locator(':root').evaluate((root, name) => (root.dataset.scheme = name), scheme);
          expect(await violationsOf(page, '[data-part=scope]'), scheme).toEqual([]);
        }
      });

    test('is reached and worked by keyboard, and the focus is seen all the way', async ({ page }) => {
      const walk = walkByKeyboard(page);
      await walk.open(at('', ''));
      await expect(page.locator('.hits > li').first()).toBeVisible();
      await walk.skip();
      await walk.tabTo(page.getByRole('link', { name: '全部网站' }), 8);
      await walk.press('Enter');
      await expect(page).toHaveURL(/&sites=all$/);
      await expect(page.locator('[data-part=status]')).toBeFocused();
      await expect(page.locator('.hits [data-slot=site]', { hasText: '临江区' }).first()).toBeVisible();
      await walk.open(at('', '&sites=all'));
      await walk.skip();
      await walk.tabTo(page.getByRole('link', { name: '本站', exact: true }), 8);
      await walk.press('Enter');
      await expect(page).not.toHaveURL(/sites=all/);
      await expect(page.locator('[data-part=status]')).toBeFocused();
    });
  });
});
