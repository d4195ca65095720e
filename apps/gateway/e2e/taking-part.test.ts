import { expect, type Page } from '@playwright/test';

import { callAs, type Call } from './admin-calls.ts';
import { signIn } from './admin-page.ts';
import { test } from './platform-test.ts';
import type { Platform } from './run-platform.ts';

/** Taking part, as editors and citizens do it: publish, answer without script, weigh, and read what came of it. */
test.describe.serial('taking part', () => {
  test.describe.configure({ timeout: 120_000 });
  let platform: Platform;
  let call: Call;
  const paths = { survey: '', consultation: '' };
  const day = (offset: number) => new Date(Date.now() + 8 * 3_600_000 + offset * 86_400_000).toISOString().slice(0, 10);

  test.beforeAll(async ({ platformWith }) => {
    test.setTimeout(400_000);
    platform = await platformWith('off');
    call = await callAs(platform, 'author');
  });

  const find = async (type: string, field: string, value: string): Promise<string> => {
    const { results } = await call('GET', `/content-manager/relations/api::survey.survey/${type}?_q=${encodeURIComponent(value)}&pageSize=50`);
    return (results as Record<string, string>[]).find((one) => one[field] === value)!.documentId!;
  };
  const pathOf = async (type: string, documentId: string): Promise<string> =>
    (await call('GET', `/content-manager/collection-types/api::${type}.${type}/${documentId}`)).data.path;
  /** Publishes as the admin does. */
  async function publish(type: 'survey' | 'consultation', data: object): Promise<any> {
    return call('POST', `/content-manager/collection-types/api::${type}.${type}/actions/publish`, data);
  }
  async function untilLive(path: string, isThere: (html: string, status: number) => boolean): Promise<void> {
    await expect
      .poll(async () => {
        const answer = await fetch(platform.portal + path);
        return isThere(await answer.text(), answer.status);
      })
      .toBe(true);
  }
  /** Whoever is as quick as this test is asked to look again. */
  async function confirmed(page: Page, heading: string): Promise<void> {
    await expect(async () => {
      const confirm = page.getByRole('button', { name: '没有问题，提交' });
      if (await confirm.isVisible()) await confirm.click();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(heading, { timeout: 1000 });
    }).toPass();
  }

  test('an editor publishes a survey and a consultation, which is refused while it is too short', async () => {
    const survey = await publish('survey', {
      title: '图书馆周末开到几点', summary: '两题，一分钟填完。', introduction: '<p>想听听您的需要。</p>',
      column: { connect: [{ documentId: await find('column', 'title', '网上调查'), locale: 'zh-Hans' }] },
      opensOn: day(-1), closesOn: day(10), resultsShown: 'always',
      questions: [
        { title: '您周末几点走', kind: 'single', options: '20:00\n21:00\n22:00', mandatory: true },
        { title: '还想要什么', kind: 'text', mandatory: false },
      ],
    });
    expect(survey.error).toBeUndefined();
    paths.survey = await pathOf('survey', survey.data.documentId);
    const consultation = {
      title: '图书馆借阅规则（征求意见稿）', summary: '借期和册数有变化。', draft: '<p>第一条　一次可借八册。</p>', explanation: '<p>旧规则用了十年。</p>',
      column: { connect: [{ documentId: await find('column', 'title', '民意征集'), locale: 'zh-Hans' }] },
      acceptsOnline: true, opensOn: day(-1), closesOn: day(10),
    };
    expect((await publish('consultation', consultation)).error.message).toContain('征求意见只有 12 天，少于 30 天');
    const published = await publish('consultation', { ...consultation, closesOn: day(40) });
    expect(published.error).toBeUndefined();
    paths.consultation = await pathOf('consultation', published.data.documentId);
    await untilLive(paths.survey, (html, status) => status === 200 && html.includes('您周末几点走'));
    await untilLive(paths.consultation, (html, status) => status === 200 && html.includes('我要提意见'));
    await untilLive('/hudong/zhengji/', (html) => html.includes('图书馆借阅规则'));
  });

  test('a citizen without script answers the survey, and the page shows the result', async ({ browser }) => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(`${platform.portal}/elder${paths.survey}`);
    await page.getByRole('button', { name: '提交答卷' }).click();
    await expect(page).toHaveTitle(/^错误：/);
    await expect(page.getByRole('alert').getByRole('link', { name: '请回答这一题' })).toHaveCount(1);
    await page.getByRole('radio', { name: '22:00' }).check();
    await page.getByLabel(/还想要什么/).fill('自习室多留一盏灯');
    await page.getByRole('button', { name: '提交答卷' }).click();
    await confirmed(page, '答卷已收到，谢谢您');
    await page.getByRole('link', { name: '回到调查页面' }).click();
    expect(new URL(page.url()).pathname).toBe(`/elder${paths.survey}`);
    await untilLive(paths.survey, (html) => html.includes('共收到 1 份答卷') && html.includes('1 人，100%'));
    expect(await (await fetch(platform.portal + paths.survey)).text()).not.toContain('自习室多留一盏灯');
    await context.close();
  });

  test('an opinion is taken, weighed by the editor, and its writer reads the verdict', async ({ page, browser }) => {
    await page.goto(platform.portal + paths.consultation);
    await page.getByLabel('您的意见').fill('老人看书慢，借期请延长到四十五天。');
    await page.getByRole('button', { name: '提交意见' }).click();
    await confirmed(page, '意见已收到');
    const [number, code] = await page.locator('dd.code').allInnerTexts();
    await untilLive(paths.consultation, (html) => html.includes('网上收到'));

    const admin = await signIn(browser, platform, 'author');
    await admin.getByRole('navigation').getByRole('link', { name: '征集意见' }).click();
    await expect(admin.getByText('老人看书慢')).toBeVisible();
    await admin.getByRole('combobox', { name: '处理结果' }).first().click();
    await admin.getByRole('option', { name: '采纳', exact: true }).click();
    await admin.getByRole('textbox', { name: '理由' }).first().fill('写进第二条。');
    await admin.getByRole('button', { name: '保存处理结果' }).first().click();
    await expect(admin.getByText('老人看书慢')).toHaveCount(0);
    await admin.context().close();

    await page.goto(`${platform.portal}/letters/track/`);
    await page.locator('input[name=number]').fill(number!);
    await page.locator('input[name=code]').fill(code!);
    await page.getByRole('button', { name: '查进度' }).click();
    await expect(page.getByRole('heading', { name: '处理结果：采纳' })).toBeVisible();
    await expect(page.getByText('写进第二条。')).toBeVisible();
  });
});
