import { expect, type Browser, type Locator, type Page } from '@playwright/test';

import { panelOf, People, visit } from './admin-page.ts';
import { graveViolationsIn } from './axe-regions.ts';
import { test } from './platform-test.ts';
import type { Platform } from './run-platform.ts';

const ARTICLES = '/admin/content-manager/collection-types/api::article.article';
const TITLE = '河堤步道南段下周开放';

/** Review as editors, reviewers, signers and administrators use it: panel, remarks, desk and settings. */
test.describe.serial('review in the admin', () => {
  test.describe.configure({ timeout: 180_000 });
  let platform: Platform;
  let address: string;
  let people: People;

  test.beforeAll(async ({ platformWith }) => {
    test.setTimeout(400_000);
    platform = await platformWith('on');
    people = new People(platform);
  });
  test.afterAll(() => people?.leave());

  const as = (browser: Browser, name: string) => people.as(browser, name);
  const panel = (page: Page) => panelOf(page, '审核');
  const desk = (page: Page) => page.getByRole('region', { name: '我的事' });
  const home = (page: Page) => visit(page, `${platform.cms}/admin`);
  const tile = (page: Page, name: string) => desk(page).getByRole('button', { name: new RegExp(`^\\d+\\s*${name}$`) });

  /** From the desk to the text, by one of its lists. */
  async function open(page: Page, list: string, action: string, title = TITLE): Promise<void> {
    await home(page);
    await tile(page, list).click();
    await desk(page).getByRole('link', { name: `${action}：${title}` }).click();
  }

  /** Chooses a move that is not the next step. Answers the dialog that asks what it needs. */
  async function choose(page: Page, move: string): Promise<Locator> {
    await panel(page).getByRole('button', { name: '更多操作' }).click();
    await page.getByRole('menuitem', { name: move, exact: true }).click();
    return page.getByRole('dialog');
  }
  const press = (dialog: Locator, name: string) => dialog.getByRole('button', { name, exact: true }).click();
  /** A minute of Shanghai, as the field takes it. */
  const minute = (days: number) => `${new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)}T09:30`;

  /** From the desk to what waits, and through. */
  async function approve(page: Page, button: string): Promise<void> {
    await open(page, '等我审', '去审');
    await panel(page).getByRole('button', { name: button, exact: true }).click();
    await page.getByRole('dialog').getByRole('button', { name: button === '签发并发布' ? '签发' : '通过', exact: true }).click();
    await expect(page.getByRole('dialog')).toBeHidden();
  }

  test('an author sends a text to review; nothing of Strapi is left that would publish it', async ({ browser }) => {
    const page = await as(browser, 'author');
    await visit(page, `${platform.cms}${ARTICLES}/create?plugins[i18n][locale]=zh-Hans`);
    await page.locator('input[name=column]').click();
    await page.keyboard.insertText('政务要闻');
    await page.getByRole('option', { name: '政务要闻' }).first().click();
    await page.getByRole('textbox', { name: '正文' }).click();
    await page.keyboard.insertText('全长 1.2 公里，在柳浦桥下。');
    // Last, since the form forgets what was typed before it has loaded.
    await page.locator('input[name=title]').fill(TITLE);
    await expect(panel(page)).toContainText('先点一次“保存”');
    await page.getByRole('button', { name: '保存', exact: true }).click();
    await expect(page).toHaveURL(/article\/[a-z0-9]{24}/);
    address = page.url();

    await expect(panel(page).getByRole('listitem').first()).toContainText('采编，正在进行');
    for (const name of ['发布', '取消发布', '放弃修改']) await expect(page.getByRole('button', { name, exact: true })).toHaveCount(0);
    // What is typed and not yet stored goes along.
    await page.locator('input[name=subtitle]').fill('全长 1.2 公里');
    await panel(page).getByRole('button', { name: '送审', exact: true }).click();
    await expect(panel(page)).toContainText('等待初审');
    await expect(panel(page)).toContainText(/前办完，还有 \d 个工作日|今天要办完/);
    await page.reload();
    await expect(page.locator('input[name=subtitle]')).toHaveValue('全长 1.2 公里');
  });

  test('a reviewer finds it on the desk and returns it; without saying why it is refused', async ({ browser }) => {
    const page = await as(browser, 'reviewer');
    await home(page);
    await expect(page.getByText(/\d+ 件等您审/)).toBeVisible();
    await expect(page.getByRole('link', { name: /^审下一件：/ })).toBeVisible();
    await open(page, '等我审', '去审');
    await panel(page).getByRole('button', { name: '退回修改' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: '退回', exact: true }).click();
    await expect(dialog.getByText('请写意见。')).toBeVisible();
    await dialog.getByRole('textbox', { name: /退回意见/ }).fill('写清下周几开放');
    await dialog.getByRole('combobox', { name: '针对哪一处' }).click();
    await page.getByRole('option', { name: '标题', exact: true }).click();
    await dialog.getByRole('button', { name: '退回', exact: true }).click();
    await expect(panel(page)).toContainText('退回修改');
    // Beside the field, and the way from there to the panel.
    await page.getByRole('button', { name: '1 条备注' }).click();
    await expect(panel(page).getByRole('listitem').filter({ hasText: '写清下周几开放' })).toBeFocused();
  });

  test('the author reads why, answers with a mention, settles it and sends it again; an empty remark is refused', async ({ browser }) => {
    const page = await as(browser, 'author');
    await open(page, '退回给我', '去改');
    const remark = panel(page).getByRole('listitem').filter({ hasText: '写清下周几开放' });
    await remark.getByRole('button', { name: '回复' }).click();
    await remark.getByRole('button', { name: '发出' }).click();
    await expect(remark.getByText('请写备注。')).toBeVisible();
    const answer = remark.getByRole('textbox', { name: '回复' });
    await answer.pressSequentially('改了，请@陆');
    await expect(page.getByRole('option', { name: /陆一川/ })).toBeVisible();
    await answer.press('Enter');
    await expect(answer).toHaveValue(/@审核陆一川 $/);
    await remark.getByRole('button', { name: '发出' }).click();
    await expect(remark).toContainText('改了，请@审核陆一川');
    await remark.getByRole('button', { name: '标为已处理' }).click();
    await expect(panel(page).getByRole('button', { name: '已处理 1 条' })).toBeVisible();
    await page.locator('input[name=title]').fill(`${TITLE}`);
    await panel(page).getByRole('button', { name: '再次送审' }).click();
    await expect(panel(page)).toContainText('等待初审');
  });

  test('two reviewers and a signer pass it, each from the desk; nobody passes two stages; it says when visitors see it', async ({ browser }) => {
    const [first, second, signer] = [await as(browser, 'reviewer'), await as(browser, 'reviewer2'), await as(browser, 'signer')];
    await approve(first, '初审通过');
    await expect(panel(first)).toContainText('这一轮您已经审过一次，要由另一个人来审。');
    await expect(panel(first).getByRole('button', { name: '复审通过' })).toHaveCount(0);
    await approve(second, '复审通过');
    await approve(signer, '签发并发布');
    await expect(panel(signer)).toContainText('已发布');
    await expect(signer.getByText(/^已上线 \d{2}:\d{2}:\d{2}/)).toBeVisible();
    await home(signer);
    await tile(signer, '今天发布').click();
    await expect(desk(signer)).toContainText(/已上线 \d{2}:\d{2}:\d{2}/);
  });

  test('what is live moves to another column with a new address, is withdrawn only with a public reason, and comes back', async ({ browser }) => {
    const page = await as(browser, 'signer');
    await visit(page, address);
    const before = await page.locator('input[name=path]').inputValue();
    let dialog = await choose(page, '移到别的栏目');
    await press(dialog, '移动');
    await expect(dialog.getByText('请选一个栏目。')).toBeVisible();
    await dialog.getByRole('combobox', { name: /移到/ }).click();
    await page.getByRole('option', { name: /通知公告/ }).first().click();
    await press(dialog, '移动');
    await expect(page.locator('input[name=path]')).not.toHaveValue(before);

    dialog = await choose(page, '撤下');
    await press(dialog, '撤下');
    await expect(dialog.getByText('请写理由。')).toBeVisible();
    await dialog.getByRole('textbox', { name: /公开的撤下原因/ }).fill('开放时间有变，更正后重新发布');
    await press(dialog, '撤下');
    await expect(panel(page)).toContainText('公开的原因：开放时间有变，更正后重新发布');
    dialog = await choose(page, '恢复');
    await press(dialog, '恢复');
    await expect(panel(page)).toContainText('已发布');
  });

  test('who takes a text is named to all, and hands it to a colleague, not to nobody', async ({ browser }) => {
    const title = '望川市开展冬季房屋安全检查';
    const [first, second] = [await as(browser, 'reviewer'), await as(browser, 'reviewer2')];
    await open(first, '等我审', '去审', title);
    await panel(first).getByRole('button', { name: '更多操作' }).click();
    await first.getByRole('menuitem', { name: '领取', exact: true }).click();
    await expect(panel(first)).toContainText('审核 陆一川 已领取。');
    const dialog = await choose(first, '转交');
    await press(dialog, '转交');
    await expect(dialog.getByText('请选一位同事。')).toBeVisible();
    await dialog.getByRole('combobox', { name: /转交给/ }).click();
    await first.getByRole('option', { name: '审核 季青野' }).click();
    await press(dialog, '转交');
    await expect(panel(first)).toContainText('审核 季青野 已领取。');
    await open(second, '等我审', '去审', title);
    await panel(second).getByRole('button', { name: '更多操作' }).click();
    await second.getByRole('menuitem', { name: '放回', exact: true }).click();
    await expect(panel(second)).not.toContainText('已领取');
  });

  test('what is signed for later is moved to another time, not to one gone by, and taken off the clock', async ({ browser }) => {
    const page = await as(browser, 'signer');
    await open(page, '定时', '打开', '年末公积金业务办理时间安排');
    let dialog = await choose(page, '改定时');
    await dialog.getByLabel(/发布时间/).fill(minute(-2));
    await press(dialog, '定好');
    await expect(dialog.getByText('这个时间已经过了，请选以后的时间。')).toBeVisible();
    await dialog.getByLabel(/发布时间/).fill(minute(5));
    await press(dialog, '定好');
    await expect(panel(page)).toContainText(/定于 .*09:30 发布/);
    dialog = await choose(page, '取消定时');
    await press(dialog, '取消定时');
    await expect(panel(page)).toContainText('等待签发');
  });

  test('an emergency goes live for a reason and is marked until somebody else stands by it', async ({ browser }) => {
    const title = '第四批公租房12月8日选房，共312套';
    const [signer, other] = [await as(browser, 'signer'), await as(browser, 'signer2')];
    await open(signer, '等我审', '去审', title);
    const dialog = await choose(signer, '紧急发布');
    await press(dialog, '紧急发布');
    await expect(dialog.getByText('请写理由。')).toBeVisible();
    await dialog.getByRole('textbox', { name: /紧急发布的理由/ }).fill('选房地点今晚改变，要马上告诉群众。');
    await press(dialog, '紧急发布');
    await expect(panel(signer)).toContainText('紧急发布，待追认');
    await expect(panel(signer).getByRole('button', { name: '追认', exact: true })).toHaveCount(0);
    // Nor is whoever published it sent there to stand by it.
    await open(signer, '待追认', '打开', title);
    await open(other, '待追认', '去追认', title);
    await panel(other).getByRole('button', { name: '追认', exact: true }).click();
    await press(other.getByRole('dialog'), '追认');
    await expect(panel(other)).not.toContainText('待追认');
    await expect(panel(other)).toContainText('已发布');
  });

  test('an administrator makes a flow for a type, sees who will act, and is told what is missing', async ({ browser }) => {
    const page = await as(browser, 'siteadmin');
    await visit(page, `${platform.cms}/admin/settings/review-flows`);
    await expect(page.getByRole('heading', { name: '默认流程' })).toBeVisible();
    await page.getByRole('button', { name: '新建流程' }).click();
    await page.getByRole('button', { name: '保存', exact: true }).click();
    await expect(page.getByText('请给流程起个名字')).toBeVisible();
    await page.getByRole('textbox', { name: /名称/ }).first().fill('问答一审');
    await page.getByRole('combobox', { name: '内容类型' }).click();
    await page.getByRole('option', { name: '问答', exact: true }).click();
    await page.getByRole('button', { name: '删除环节“复审”' }).click();
    await expect(page.getByRole('region', { name: '到时候谁来审' })).toContainText('审核（审核 季青野、审核 陆一川 中的一位）');
    await page.getByRole('button', { name: '保存', exact: true }).click();
    const card = page.getByRole('listitem').filter({ hasText: '问答一审' });
    await expect(card).toContainText('适用：类型“问答”');
    await expect(card.getByRole('listitem')).toHaveCount(2);
  });

  test('an administrator lets somebody act in one column, names who first, and takes it back; others find no door', async ({ browser }) => {
    const page = await as(browser, 'siteadmin');
    await visit(page, `${platform.cms}/admin/settings/access-grants`);
    await page.getByRole('button', { name: '新建授权' }).click();
    await page.getByRole('button', { name: '保存', exact: true }).click();
    await expect(page.getByRole('alert').filter({ hasText: '请选择给谁授权。' })).toBeVisible();
    await page.getByRole('combobox', { name: '谁', exact: true }).click();
    await page.keyboard.insertText('林叶');
    await page.getByRole('option', { name: /林叶/ }).click();
    await page.getByRole('combobox', { name: '以什么角色' }).click();
    await page.getByRole('option', { name: '采编', exact: true }).click();
    await page.getByRole('combobox', { name: '在哪些栏目' }).click();
    await page.getByRole('option', { name: /通知公告/ }).first().click();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: '保存', exact: true }).click();
    const row = page.getByRole('row').filter({ hasText: '林叶' });
    await expect(row).toContainText(/通知公告.*（含下级栏目）/);
    await row.getByRole('button', { name: /^删除/ }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: '确认' }).click();
    await expect(row).toHaveCount(0);

    const author = await as(browser, 'author');
    for (const where of ['settings/access-grants', 'settings/review-words', 'plugins/access/audit']) {
      await visit(author, `${platform.cms}/admin/${where}`);
      await expect(author.getByText(/没有.*权限/)).toBeVisible();
    }
  });

  test('nothing of ours in the admin is gravely hard to use with a keyboard or a screen reader', async ({ browser }) => {
    const page = await as(browser, 'siteadmin');
    const pages = ['', 'settings/review-flows', 'settings/review-words', 'settings/access-grants', 'settings/second-factor', 'plugins/access/audit', ...['', '/settings', '/absence', '/sending'].map((one) => `plugins/review/notices${one}`)];
    const found: Record<string, string[]> = {};
    for (const where of pages) {
      await visit(page, `${platform.cms}/admin/${where}`);
      await expect(page.locator('main').getByRole('heading', { level: 1 })).toBeVisible();
      await expect(page.locator('main [aria-busy=true]')).toHaveCount(0);
      const violations = await graveViolationsIn(page, ['main']);
      if (violations.length > 0) found[where] = violations;
    }
    await visit(page, address);
    for (const title of ['审核', '检查', '预览和历史']) {
      await expect(panelOf(page, title)).toBeVisible();
      await panelOf(page, title).evaluate((element) => (element.dataset.ours = ''));
    }
    const violations = await graveViolationsIn(page, ['[data-ours]']);
    for (const [name, ready] of [['历史版本', '所有版本'], ['电脑', '发出的链接']] as const) {
      await visit(page, address);
      await panelOf(page, '预览和历史').getByRole('button', { name, exact: true }).click();
      await expect(page.getByLabel(ready).first()).toBeVisible();
      violations.push(...(await graveViolationsIn(page, ['main'])));
    }
    expect({ ...found, ...(violations.length > 0 && { document: violations }) }).toEqual({});
  });
});
