import { expect, type Page } from '@playwright/test';

import { walkByKeyboard } from './keyboard-walk.ts';

/** A task from the address bar to its end, by keyboard alone. */
export interface KeyboardTask {
  name: string;
  /** Walked over the portal at this address. */
  walk(page: Page, portal: string): Promise<void>;
}

const heading = (page: Page) => page.getByRole('heading', { level: 1 });

/** Whoever is as quick as a machine is asked to look again. */
async function confirm(page: Page, words: RegExp, ending: string): Promise<void> {
  const walk = walkByKeyboard(page);
  const again = page.getByRole('button', { name: words });
  await expect(async () => {
    if (await again.isVisible()) {
      await walk.tabTo(again, 30);
      await walk.press('Enter');
    }
    await expect(heading(page)).toHaveText(ending, { timeout: 1500 });
  }).toPass();
}

type Mode = 'standard' | 'elderly';

/** Writes a letter; gives what it is followed by. */
async function writeLetter(page: Page, home: string): Promise<string[]> {
  const walk = walkByKeyboard(page);
  await walk.open(home);
  await walk.skip();
  await walk.follow(page.locator('main a[href$="letters/write/"]').filter({ visible: true }), 40);
  await walk.skip();
  await walk.tabTo(page.locator('#purpose'), 6);
  await walk.press('Space');
  await walk.press('Tab');
  await walk.press('ArrowDown');
  for (const text of ['楼道灯坏了找谁修', '三楼楼道的灯坏了两个星期，晚上下楼看不见台阶。', '程晓禾', '13800000000']) {
    await walk.press('Tab');
    await walk.type(text);
  }
  await walk.tabTo(page.locator('#mayPublish'), 2);
  await walk.press('Space');
  await walk.tabTo(page.getByRole('button', { name: '寄出' }), 2);
  await walk.press('Enter');
  await confirm(page, /没有问题，寄出/, '信已收到');
  return page.locator('dd.code').allInnerTexts();
}

/** Those that go into the platform: a letter and what becomes of it, an opinion, an answer. They need no script. */
export function writingTasks(mode: Mode): KeyboardTask[] {
  const start = (portal: string) => portal + (mode === 'elderly' ? '/elder' : '');
  const other = (portal: string) => portal + (mode === 'elderly' ? '' : '/elder');
  return [
    {
      name: `a letter is written in ${mode} mode, and followed in the other`,
      async walk(page, portal) {
        const [number, code] = await writeLetter(page, `${start(portal)}/`);
        const walk = walkByKeyboard(page);
        await walk.open(`${other(portal)}/letters/track/`);
        await walk.skip();
        await walk.tabTo(page.locator('#number'), 5);
        await walk.type(number!);
        await walk.press('Tab');
        await walk.type(code!);
        await walk.press('Enter');
        await expect(heading(page)).toHaveText('楼道灯坏了找谁修');
      },
    },
    {
      name: `an opinion is given on a draft in ${mode} mode`,
      async walk(page, portal) {
        const walk = walkByKeyboard(page);
        await walk.open(`${start(portal)}/hudong/zhengji/`);
        await walk.skip();
        await walk.follow(page.getByRole('main').getByRole('link', { name: /公交线网优化方案/ }), 24);
        await walk.skip();
        await walk.tabTo(page.getByLabel('您的意见'), 40);
        await walk.type('老人看不清站牌，请把字放大。');
        await walk.tabTo(page.getByRole('button', { name: '提交意见' }), 5);
        await walk.press('Enter');
        await confirm(page, /没有问题，提交/, '意见已收到');
      },
    },
    {
      name: `a survey is answered in ${mode} mode`,
      async walk(page, portal) {
        const walk = walkByKeyboard(page);
        await walk.open(`${start(portal)}/hudong/diaocha/`);
        await walk.skip();
        await walk.follow(page.getByRole('main').getByRole('link', { name: /夜班公交/ }), 16);
        await walk.skip();
        const questions = page.locator('main form fieldset');
        for (const question of await questions.all()) {
          await walk.tabTo(question.locator('input'), 12);
          await walk.press('Space');
        }
        await walk.tabTo(page.getByRole('button', { name: '提交答卷' }), 12);
        await walk.press('Enter');
        await confirm(page, /没有问题，提交/, '答卷已收到，谢谢您');
      },
    },
  ];
}

/** Those that only read. */
export const READING_TASKS: readonly KeyboardTask[] = [
  {
    name: 'a guide is found by search in elderly mode, with its fee and place in sight',
    async walk(page, portal) {
      const walk = walkByKeyboard(page);
      await walk.open(`${portal}/elder/`);
      await walk.skip();
      await walk.tabTo(page.locator('main input[name=q]'), 2);
      await walk.type('办居住证');
      await walk.press('Enter');
      await page.waitForURL(/\/elder\/search\/\?q=/);
      await expect(page.locator('[data-part=results] a').first()).toBeVisible();
      await walk.skip();
      await walk.follow(page.locator('[data-part=results] a').filter({ hasText: '办居住证' }).first(), 25);
      await expect(heading(page)).toContainText('居住证');
      expect(new URL(page.url()).pathname).toMatch(/^\/elder\/fuwu\//);
      await walk.skip();
      await walk.tabTo(page.getByRole('main').getByRole('link', { name: /^\d{4}-\d{3} ?\d{4}$/ }).first(), 40);
    },
  },
  {
    name: 'a policy and what explains it are read one after the other',
    async walk(page, portal) {
      const walk = walkByKeyboard(page);
      await walk.open(portal);
      await walk.follow(page.locator('.nav').getByRole('link', { name: '政务公开' }), 16);
      await walk.skip();
      await walk.follow(page.getByRole('main').getByRole('link', { name: /促进普惠托育服务发展若干措施/ }).first(), 40);
      const policy = await heading(page).innerText();
      await walk.skip();
      await walk.follow(page.getByRole('complementary').getByRole('link', { name: /一图看懂普惠托育/ }), 24);
      await expect(heading(page)).toContainText('一图看懂普惠托育');
      await walk.skip();
      await walk.follow(page.getByRole('main').getByRole('link', { name: /促进普惠托育服务发展若干措施/ }).first(), 16);
      await expect(heading(page)).toHaveText(policy);
    },
  },
  {
    name: 'how to ask for a document is read in elderly mode, up to who takes the request',
    async walk(page, portal) {
      const walk = walkByKeyboard(page);
      await walk.open(`${portal}/elder/gongkai/zfxxgk/`);
      await walk.skip();
      await walk.follow(page.getByRole('main').getByRole('link', { name: /怎样申请公开/ }), 20);
      await expect(heading(page)).toContainText('申请');
      await walk.skip();
      await walk.tabTo(page.getByRole('main').getByRole('link', { name: /人民政府办公室/ }).first(), 20);
    },
  },
  {
    name: 'a page is taken to the elderly mode and back',
    async walk(page, portal) {
      const walk = walkByKeyboard(page);
      await walk.open(`${portal}/fuwu/`);
      await walk.follow(page.getByRole('link', { name: '长者版' }), 2);
      expect(new URL(page.url()).pathname).toBe('/elder/fuwu/');
      await walk.follow(page.getByRole('link', { name: '标准版' }), 2);
      expect(new URL(page.url()).pathname).toBe('/fuwu/');
    },
  },
  {
    name: 'letters are made larger and the colours changed in the panel, which gives the focus back',
    async walk(page, portal) {
      const walk = walkByKeyboard(page);
      await walk.open(`${portal}/fuwu/`);
      const door = page.locator('a[data-a11y]').first();
      await walk.tabTo(door, 4);
      await walk.press('Enter');
      const panel = page.getByRole('region', { name: '无障碍' });
      await expect(panel.getByRole('heading')).toBeFocused();
      await walk.tabTo(panel.getByRole('group', { name: '字号' }).getByRole('button', { name: '1.5 倍' }), 16);
      await walk.press('Enter');
      await walk.tabTo(panel.getByRole('button', { name: '黑底黄字' }), 20);
      await walk.press('Space');
      await expect(page.locator(':root')).toHaveAttribute('data-scheme', 'yellow-black');
      await expect(page.locator(':root')).toHaveAttribute('data-size', '1.5');
      await walk.press('Alt+Shift+W');
      await expect(panel).toBeHidden();
      await expect(door).toBeFocused();
    },
  },
  {
    name: 'the catalogue of what is disclosed is narrowed in elderly mode',
    async walk(page, portal) {
      const walk = walkByKeyboard(page);
      await walk.open(`${portal}/elder/gongkai/zfxxgk/mulu/`);
      await walk.skip();
      await walk.follow(page.getByRole('main').getByRole('link', { name: /财政预算/ }).first(), 60);
      const found = page.locator('main [data-part="results"] a');
      await expect(found.first()).toBeVisible();
      const narrowed = await found.count();
      await walk.follow(page.locator('main [data-part="choices"] a').first(), 30);
      await expect(page.locator('main [data-part="status"]')).toBeFocused();
      await expect(page.locator('main table a').first()).toBeVisible();
      await page.goBack();
      await expect(found).toHaveCount(narrowed);
      // The page is the same: Tab goes on from where it was.
      await walk.follow(found.first(), 60);
    },
  },
  {
    name: 'a guide is printed, with the code that leads back to it',
    async walk(page, portal) {
      const walk = walkByKeyboard(page);
      await page.addInitScript(() => (window.print = () => void (document.title = 'printed')));
      await walk.open(`${portal}/fuwu/geren/`);
      await walk.skip();
      await walk.follow(page.getByRole('main').getByRole('link', { name: '办居住证' }), 60);
      await walk.skip();
      await walk.tabTo(page.getByRole('button', { name: /打印/ }).first(), 40);
      await walk.press('Enter');
      await expect(page).toHaveTitle('printed');
      await page.emulateMedia({ media: 'print' });
      await expect(page.getByRole('img', { name: '本页网址的二维码' })).toBeVisible();
      await page.emulateMedia({ media: 'screen' });
    },
  },
  {
    name: 'a journey is followed in elderly mode, and remembers what is done',
    async walk(page, portal) {
      const walk = walkByKeyboard(page);
      await walk.open(`${portal}/elder/fuwu/yijianshi/`);
      await walk.skip();
      await walk.follow(page.getByRole('main').getByRole('link', { name: /孩子要上学/ }), 20);
      await walk.skip();
      const first = page.getByRole('checkbox').first();
      await walk.tabTo(first, 20);
      await walk.press('Space');
      await page.reload();
      await expect(first).toBeChecked();
    },
  },
  {
    name: 'a page is read in Traditional characters, and the site in English',
    async walk(page, portal) {
      const walk = walkByKeyboard(page);
      await walk.open(`${portal}/fuwu/`);
      await walk.follow(page.getByRole('link', { name: '繁體' }), 6);
      await expect(page.locator(':root')).toHaveAttribute('lang', /^zh-Hant/);
      await walk.follow(page.getByRole('link', { name: /简体/ }), 6);
      await walk.follow(page.getByRole('link', { name: 'English' }), 6);
      await expect(page.locator(':root')).toHaveAttribute('lang', 'en');
      await walk.skip();
    },
  },
  {
    name: 'a fault of the site is reported from the foot of a page, in elderly mode',
    async walk(page, portal) {
      const walk = walkByKeyboard(page);
      await walk.open(`${portal}/elder/letters/track/`);
      await walk.skip();
      await walk.follow(page.getByRole('link', { name: /找错/ }).last(), 60);
      await expect(heading(page)).toBeVisible();
      await walk.skip();
    },
  },
];
