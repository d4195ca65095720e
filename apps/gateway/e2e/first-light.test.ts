import { expect, type Browser, type Page } from '@playwright/test';

import { signIn } from './admin-page.ts';
import { test } from './platform-test.ts';
import type { Platform } from './run-platform.ts';

/** The thread the product hangs on, driven as its users drive it: write, review and sign, find it, write a letter, answer it. */
test.describe.serial('first light', () => {
  test.describe.configure({ timeout: 240_000 });
  let platform: Platform;
  const title = '河堤步道北段明天开放';
  const letter = { number: '', code: '' };

  test.beforeAll(async ({ platformWith }) => {
    test.setTimeout(400_000);
    platform = await platformWith('on');
  });

  /** As people do it; the others below find themselves signed in. */
  async function signInByForm(browser: Browser, name: string): Promise<Page> {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    const email = `${name}@wangchuan.example`;
    await page.goto(`${platform.cms}/admin`);
    await page.locator('input[name=email]').fill(email);
    await page.locator('input[name=password]').fill(platform.password(email));
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { name: /您好/ })).toBeVisible();
    return page;
  }

  /** Asks until the portal answers as expected; says how long that took. */
  async function untilLive(path: string, isThere: (html: string, status: number) => boolean): Promise<void> {
    await expect
      .poll(async () => {
        const answer = await fetch(platform.portal + path);
        return isThere(await answer.text(), answer.status);
      })
      .toBe(true);
  }

  /** Somebody opens the article in the list they work from. */
  async function openArticle(browser: Browser, name: string): Promise<Page> {
    const page = await signIn(browser, platform, name, '/content-manager/collection-types/api::article.article');
    await page.getByText(title).first().click();
    await expect(page.locator('input[name=title]')).toHaveValue(title);
    return page;
  }

  test('an author writes and submits, two review, one signs: the page is live and the admin says so', async ({ browser }) => {
    const page = await signInByForm(browser, 'author');
    await page.getByRole('link', { name: '写信息' }).click();
    await page.locator('input[name=column]').click();
    await page.keyboard.insertText('政务要闻');
    await page.getByRole('option', { name: '政务要闻' }).first().click();
    await page.getByRole('textbox', { name: '正文' }).click();
    await page.keyboard.insertText('河堤步道北段全长 2.4 公里，明天上午八点开放，夜里亮灯到十点。');
    // Last, since the form forgets what was typed before it has loaded.
    await page.locator('input[name=title]').fill(title);
    await page.getByRole('button', { name: '保存', exact: true }).click();
    await page.getByRole('button', { name: '送审', exact: true }).click();
    await expect(page.getByText('已送审').first()).toBeVisible();

    for (const name of ['reviewer', 'reviewer2']) {
      const reviewer = await openArticle(browser, name);
      await reviewer.getByRole('button', { name: /^(初|复)审通过$/ }).click();
      await reviewer.getByRole('dialog').getByRole('button', { name: '通过', exact: true }).click();
      await expect(reviewer.getByText('已通过').first()).toBeVisible();
      await reviewer.context().close();
    }
    const signer = await openArticle(browser, 'signer');
    expect((await fetch(`${platform.portal}/gongkai/yaowen/`)).ok).toBe(true);
    await signer.getByRole('button', { name: '签发并发布' }).click();
    await signer.getByRole('dialog').getByRole('button', { name: '签发', exact: true }).click();

    await expect(signer.getByText(/已上线 \d{2}:\d{2}:\d{2}/)).toBeVisible({ timeout: 20_000 });
    await untilLive('/gongkai/yaowen/', (html) => html.includes(title));
    await signer.reload();
    const path = await signer.locator('input[name=path]').inputValue();
    expect(path).toMatch(/^\/gongkai\/yaowen\/\d{6}\/[a-z0-9]{8}\/$/);
    await untilLive(path, (html, status) => status === 200 && html.includes('夜里亮灯到十点'));
    await expect(page.getByText(/已上线 \d{2}:\d{2}:\d{2}/)).toBeVisible({ timeout: 20_000 });
    await signer.context().close();
    await page.close();
  });

  test('a visitor finds it by a phrase of its text', async ({ page }) => {
    await expect(async () => {
      await page.goto(`${platform.portal}/search/?q=${encodeURIComponent('夜里亮灯到十点')}`);
      await expect(page.locator('[data-part=results] a').first()).toHaveText(title, { timeout: 3000 });
    }).toPass({ timeout: 40_000 });
    await page.locator('[data-part=results] a').first().click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
  });

  test('a citizen without script writes a letter and follows it', async ({ browser }) => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(`${platform.portal}/elder/letters/write/`);
    await page.getByRole('button', { name: '寄出' }).click();
    await expect(page).toHaveTitle(/^错误：/);
    await expect(page.getByRole('alert').getByRole('link')).toHaveCount(6);

    await page.getByRole('radio', { name: /咨询/ }).check();
    await page.locator('select[name=agency]').selectOption('zhujian');
    await page.locator('input[name=title]').fill('楼道灯坏了找谁修');
    await page.locator('textarea[name=body]').fill('我家住柳浦巷 12 号院，三楼楼道的灯坏了两个星期，晚上下楼看不见台阶，该找谁修？');
    await page.locator('input[name=name]').fill('程晓禾');
    await page.locator('input[name=phone]').fill('13800000000');
    await page.getByRole('radio', { name: '可以公开' }).check();
    await page.getByRole('button', { name: '寄出' }).click();
    // Whoever is as quick as this test is asked to look at the letter again.
    await expect(async () => {
      const confirm = page.getByRole('button', { name: '没有问题，寄出' });
      if (await confirm.isVisible()) await confirm.click();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('信已收到', { timeout: 1000 });
    }).toPass();
    expect(new URL(page.url()).pathname).toMatch(/^\/elder\/letters\/receipt\//);
    [letter.number, letter.code] = (await page.locator('dd.code').allInnerTexts()) as [string, string];

    await page.goto(`${platform.portal}/letters/track/`);
    await page.locator('input[name=number]').fill(letter.number.toLowerCase());
    await page.locator('input[name=code]').fill(letter.code);
    await page.getByRole('button', { name: '查进度' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('楼道灯坏了找谁修');
    await context.close();
  });

  test('a handler answers, another person approves, and the answer is public with the name masked', async ({ browser, page }) => {
    const handler = await signIn(browser, platform, 'handler', `/plugins/cases/${letter.number}`);
    await handler.getByRole('button', { name: '受理' }).click();
    await handler.locator('textarea[name=answer]').fill('您好。楼道公共照明由小区物业负责，我们已通知柳浦巷物业服务站，三天内换好灯泡。以后可以直接打服务站电话报修。');
    await handler.getByRole('button', { name: '提交审核' }).click();
    await expect(handler.getByText('待审核').first()).toBeVisible();

    const reviewer = await signIn(browser, platform, 'reviewer', `/plugins/cases/${letter.number}`);
    await reviewer.getByRole('button', { name: '审核通过' }).click();
    await reviewer.getByRole('dialog').or(reviewer.getByRole('alertdialog')).getByRole('button', { name: '审核通过' }).click();
    await expect(reviewer.getByText('已答复').first()).toBeVisible();
    await reviewer.getByRole('button', { name: '公开', exact: true }).click();
    await reviewer.getByRole('dialog').or(reviewer.getByRole('alertdialog')).getByRole('button', { name: '公开', exact: true }).click();
    await expect(reviewer.getByText('已公开').first()).toBeVisible();

    await untilLive('/hudong/laixin/', (html) => html.includes('楼道灯坏了找谁修'));
    await page.goto(`${platform.portal}/hudong/laixin/`);
    await page.getByRole('link', { name: '楼道灯坏了找谁修' }).click();
    await expect(page.getByText('三天内换好灯泡')).toBeVisible();
    const html = await page.content();
    expect(html).not.toContain('程晓禾');
    expect(html).not.toContain('13800000000');
    await handler.context().close();
    await reviewer.context().close();
  });

  test('the citizen rates the answer, and the public page shows it', async ({ page }) => {
    await page.goto(`${platform.portal}/letters/track/`);
    await page.locator('input[name=number]').fill(letter.number);
    await page.locator('input[name=code]').fill(letter.code);
    await page.getByRole('button', { name: '查进度' }).click();
    await page.getByRole('radio', { name: '非常满意' }).check();
    await page.getByRole('button', { name: '提交评价' }).click();
    await expect(page.getByText('谢谢您的评价')).toBeVisible();
    const path = await page.getByRole('link', { name: '这封信和答复已经公开' }).getAttribute('href');
    await untilLive(new URL(path!, page.url()).pathname, (html) => html.includes('来信人评价：非常满意'));
  });

  test('another site of the same CMS answers at its own name, in its own colour, and finds only its own', async ({ page }) => {
    const other = platform.portal.replace('127.0.0.1', 'linjiang.localhost');
    await page.goto(`${other}/`);
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'green');
    await expect(page).toHaveTitle(/临江区人民政府/);
    await page.getByRole('navigation').getByRole('link', { name: '街道社区' }).first().click();
    await page.getByRole('link', { name: /六家社区食堂/ }).first().click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(/六家社区食堂/);
    const article = new URL(page.url()).pathname;
    await page.goto(`${other}/search/?q=食堂`);
    await expect(page.getByRole('link', { name: /六家社区食堂/ }).first()).toBeVisible();
    expect((await fetch(platform.portal + article)).status, 'is not a page of the city').toBe(404);
    expect(await (await fetch(`${platform.portal}/`)).text()).toContain('data-theme="blue"');
  });

  test('a search of the city goes on over all sites, and leads to the other at its own name', async ({ page }) => {
    const problems: string[] = [];
    page.on('console', (message) => message.type() === 'error' && problems.push(message.text()));
    await page.goto(`${platform.portal}/search/?q=社区食堂`);
    await expect(page.getByRole('link', { name: /六家社区食堂/ })).toHaveCount(0);
    await page.getByRole('link', { name: '全部网站' }).click();
    const found = page.locator('.hits > li').filter({ hasText: '六家社区食堂' }).first();
    await expect(found).toContainText('临江区人民政府');
    await expect(page.locator('[data-part=status]')).toHaveText(/^找到 \d+ 条$/);
    await found.getByRole('link').first().click();
    await expect(page).toHaveURL(/^http:\/\/linjiang\.localhost:\d+\//);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(/六家社区食堂/);
    expect(problems).toEqual([]);
  });

  test('what is taken back answers 410 with its reason', async ({ browser }) => {
    const page = await openArticle(browser, 'signer');
    const path = await page.locator('input[name=path]').inputValue();
    const review = page.locator('aside').filter({ has: page.getByRole('heading', { name: '审核', exact: true }) });
    await review.getByRole('button', { name: '更多操作' }).click();
    await page.getByRole('menuitem', { name: '撤下', exact: true }).click();
    await page.getByRole('dialog').getByRole('textbox', { name: /公开的撤下原因/ }).fill('步道检修，开放日期另行通知。');
    await page.getByRole('dialog').getByRole('button', { name: '撤下', exact: true }).click();
    await untilLive(path, (html, status) => status === 410 && html.includes('步道检修，开放日期另行通知'));
    await page.context().close();
  });
});
