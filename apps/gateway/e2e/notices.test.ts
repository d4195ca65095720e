import { expect, test, type Page } from '@playwright/test';

import { People, visit } from './admin-page.ts';
import { type DingtalkStandIn, startDingtalk } from './dingtalk-stand-in.ts';
import { type RunningCms, runCms } from './run-cms.ts';

const LIN = 'lin@wangchuan.example';

/** Notices as people meet them: the bell, absences, and robots set up by an administrator. */
test.describe.serial('notices in the admin', () => {
  test.describe.configure({ timeout: 180_000 });
  let cms: RunningCms;
  let dingtalk: DingtalkStandIn;
  let people: People;

  test.beforeAll(async () => {
    test.setTimeout(300_000);
    dingtalk = await startDingtalk();
    cms = await runCms({ REVIEW: 'off', SECOND_FACTOR: 'off', NOTICE_ORIGINS: dingtalk.origin, ADMIN_URL: 'https://cms.wangchuan.example' });
    await makePeople();
    people = new People({ cms: cms.address, password: () => cms.password });
  });
  test.afterAll(async () => {
    await people?.leave();
    await cms?.stop();
    await dingtalk?.stop();
  });

  /** 林晓, a reviewer, and the administrator in one agency. */
  async function makePeople(): Promise<void> {
    const call = async (method: string, to: string, body?: object, token?: string) => {
      const headers = { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) };
      const response = await fetch(`${cms.address}${to}`, { method, headers, ...(body && { body: JSON.stringify(body) }) });
      if (!response.ok) throw new Error(`${method} ${to} answered ${response.status}: ${await response.text()}`);
      return ((await response.json()) as { data: any }).data;
    };
    const { token } = await call('POST', '/admin/login', { email: cms.email, password: cms.password });
    const roles = (await call('GET', '/admin/roles', undefined, token)) as { id: number; code: string }[];
    const role = roles.find(({ code }) => code === 'reviewer')!;
    const invited = await call('POST', '/admin/users', { email: LIN, firstname: '林晓', lastname: '', roles: [role.id] }, token);
    const userInfo = { firstname: '林晓', lastname: '', password: cms.password };
    await call('POST', '/admin/register', { registrationToken: invited.registrationToken, userInfo });
    const me = await call('GET', '/admin/users/me', undefined, token);
    const members = { connect: [{ id: me.id }, { id: invited.id }] };
    await call('POST', '/content-manager/collection-types/api::agency.agency', { title: '望川市水务局', code: 'water', members }, token);
  }

  const open = (page: Page, where = '') => visit(page, `${cms.address}/admin/plugins/review/notices${where}`);
  const choose = async (page: Page, label: string, option: string | RegExp) => {
    await page.getByRole('combobox', { name: label }).click();
    await page.getByRole('option', { name: option }).click();
  };

  test('an absence tells the delegate, whose bell counts it until it is read', async ({ browser }) => {
    const boss = await people.as(browser, 'admin');
    await open(boss, '/absence');
    await choose(boss, '由谁代理', '林晓');
    await boss.getByLabel('到哪天（含）').fill('2020-01-01');
    await boss.getByRole('button', { name: '设置代理' }).click();
    await expect(boss.getByText('结束时间不晚于开始时间')).toBeVisible();
    const later = new Date(Date.now() + 3 * 86_400_000).toISOString().slice(0, 10);
    await boss.getByLabel('到哪天（含）').fill(later);
    await boss.getByRole('button', { name: '设置代理' }).click();
    await expect(boss.getByText('我请假，由林晓代理')).toBeVisible();

    const lin = await people.as(browser, 'lin');
    const bell = lin.getByRole('link', { name: '通知，1 条未读' });
    await bell.click();
    const notice = lin.getByRole('listitem').filter({ hasText: '请您在其不在时代理审核' });
    await expect(notice).toContainText('请假代理');
    await notice.getByRole('button', { name: '标为已读' }).click();
    await expect(lin.getByText('没有未读的通知。')).toBeVisible();
    await expect(lin.getByRole('link', { name: '通知', exact: true })).toBeVisible();
    await lin.getByRole('button', { name: '全部', exact: true }).click();
    await expect(notice.getByRole('button', { name: '标为未读' })).toBeVisible();
  });

  test('a robot is set up by an administrator, speaks, and never shows its secret again', async ({ browser }) => {
    const boss = await people.as(browser, 'admin');
    await open(boss);
    await boss.getByRole('link', { name: '邮件与群机器人' }).click();
    await expect(boss.getByText('没有设置邮件服务器，不会发邮件。')).toBeVisible();
    await boss.getByRole('button', { name: '添加机器人' }).click();
    await boss.getByLabel('名字').fill('水务局工作群');
    await choose(boss, '服务', '钉钉');
    await boss.getByLabel('机器人网址').fill('http://169.254.169.254/latest/meta-data');
    await boss.getByRole('button', { name: '保存' }).click();
    await expect(boss.getByText('网址要以 https:// 开头。')).toBeVisible();

    await boss.getByLabel('机器人网址').fill(dingtalk.address);
    await boss.getByLabel('签名密钥').fill(dingtalk.secret);
    await boss.getByRole('button', { name: '保存' }).click();
    await boss.getByRole('button', { name: '发一条测试消息' }).click();
    await expect(boss.getByText('已送达，请查看。')).toBeVisible();
    expect(dingtalk.taken).toHaveLength(1);

    await boss.getByRole('button', { name: '修改' }).click();
    await expect(boss.getByLabel('签名密钥')).toHaveValue('');
    expect(await boss.content()).not.toContain(dingtalk.secret);
  });

  test('who may not set up robots sees no door to them, and none behind the address', async ({ browser }) => {
    const lin = await people.as(browser, 'lin');
    await open(lin);
    await expect(lin.getByRole('link', { name: '收信设置' })).toBeVisible();
    await expect(lin.getByRole('link', { name: '邮件与群机器人' })).toHaveCount(0);
    await open(lin, '/sending');
    await expect(lin.getByText(/没有.*权限/)).toBeVisible();
    await expect(lin.getByText('添加机器人')).toHaveCount(0);
  });

  test('choices are kept, and times that make no sense are refused with the reason', async ({ browser }) => {
    const lin = await people.as(browser, 'lin');
    await open(lin, '/settings');
    await choose(lin, '已发布', '不发信');
    await lin.getByLabel('结束', { exact: true }).fill('22:00');
    await lin.getByRole('button', { name: '保存' }).click();
    await expect(lin.getByText('免打扰的开始和结束时间不能相同。')).toBeVisible();
    await lin.getByLabel('结束', { exact: true }).fill('06:30');
    await lin.getByRole('button', { name: '保存' }).click();
    await expect(lin.getByText('已保存。')).toBeVisible();
    await lin.reload();
    await expect(lin.getByRole('combobox', { name: '已发布' })).toHaveText('不发信');
    await expect(lin.getByLabel('结束', { exact: true })).toHaveValue('06:30');
  });

  test('everything fits a phone', async ({ browser }) => {
    const boss = await people.as(browser, 'admin');
    await boss.setViewportSize({ width: 375, height: 900 });
    for (const where of ['', '/settings', '/absence', '/sending']) {
      await open(boss, where);
      await expect(boss.getByRole('navigation', { name: '通知' })).toBeVisible();
      const overflow = await boss.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(overflow, where).toBeLessThanOrEqual(0);
    }
  });
});
