import { createHmac } from 'node:crypto';
import path from 'node:path';

import { type Browser, expect, type Page, test } from '@playwright/test';
import Sqlite from 'better-sqlite3';

import { type RunningCms, runCms } from './run-cms.ts';

/** Where pictures of the screens go, when they are wanted. */
const SHOTS = process.env.SHOTS;

let cms: RunningCms;
let secret: string;
let lastStep = 0;

test.describe.configure({ mode: 'serial' });
test.setTimeout(300_000);
test.beforeAll(async () => {
  test.setTimeout(600_000);
  cms = await runCms();
});
test.afterAll(() => cms?.stop());

/** The code of a time step as RFC 6238 has it, worked out apart from the library that checks it. */
function codeAt(step: number): string {
  const bits = [...secret].map((letter) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0')).join('');
  const key = Buffer.from(bits.match(/.{8}/g)!.map((byte) => Number.parseInt(byte, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const digest = createHmac('sha1', key).update(counter).digest();
  return String((digest.readUInt32BE(digest.at(-1)! & 15) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}

/** The code the phone shows, each once: a step ahead where the present one was used. */
function code(): string {
  const step = Math.max(Math.floor(Date.now() / 30_000) - 1, lastStep + 1);
  lastStep = step;
  return codeAt(step);
}

/** As if the half minute had gone by until the next code: those of now are used up. */
function forgetSteps(): void {
  lastStep = 0;
  const database = new Sqlite(path.join(cms.dataDir, 'cms.db'), { timeout: 10_000 });
  database.prepare('UPDATE access_second_factors SET last_step = 0').run();
  database.close();
}

async function signIn(browser: Browser): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.goto(`${cms.address}/admin/auth/login`);
  await page.locator('input[name=email]').fill(cms.email);
  await page.locator('input[name=password]').fill(cms.password);
  await page.getByRole('button', { name: '登录' }).click();
  return page;
}
async function shoot(page: Page, name: string): Promise<void> {
  if (!SHOTS) return;
  for (const width of [1440, 375]) {
    await page.setViewportSize({ width, height: width === 375 ? 812 : 900 });
    await page.waitForTimeout(400);
    await page.screenshot({ path: path.join(SHOTS, `${name}-${width}.png`) });
  }
  await page.setViewportSize({ width: 1440, height: 900 });
}

test('an administrator binds a phone, keeps recovery codes and comes in', async ({ browser }) => {
  const page = await signIn(browser);
  const gate = page.getByRole('dialog', { name: '启用第二验证' });
  await expect(gate.getByRole('img', { name: '给验证器扫描的二维码' })).toBeVisible({ timeout: 60_000 });
  await shoot(page, 'enrol');
  await gate.getByText('扫不了？手工输入密钥').click();
  secret = ((await gate.getByText(/^([A-Z2-7]{4} ){7}[A-Z2-7]{4}$/).textContent()) ?? '').replaceAll(' ', '');
  await gate.getByLabel('二、输入验证器显示的六位数字').fill('000000');
  await gate.getByRole('button', { name: '启用', exact: true }).click();
  await expect(gate.getByText('验证码不对，或已经用过')).toBeVisible();
  await gate.getByLabel('二、输入验证器显示的六位数字').fill(code());
  await gate.getByRole('button', { name: '启用', exact: true }).click();
  const codes = page.getByRole('dialog', { name: '请保存恢复码' });
  await expect(codes.getByRole('list', { name: '恢复码' }).getByRole('listitem')).toHaveCount(10);
  await shoot(page, 'recovery-codes');
  await expect(codes.getByRole('button', { name: '已保存，进入后台' })).toBeDisabled();
  await codes.getByRole('button', { name: '我已抄下' }).click();
  await codes.getByRole('button', { name: '已保存，进入后台' }).click();
  await expect(page.getByRole('link', { name: '审计' })).toBeVisible({ timeout: 60_000 });
  await page.close();
});

test('the next sign-in stops at the code: a wrong one opens nothing, the right one does', async ({ browser }) => {
  const page = await signIn(browser);
  const gate = page.getByRole('dialog', { name: '第二验证' });
  await gate.getByLabel('手机验证器上的六位数字').fill('123456');
  await gate.getByRole('button', { name: '继续' }).click();
  await expect(gate.getByText('验证码不对，或已经用过')).toBeVisible();
  await shoot(page, 'entry');
  await page.reload();
  await expect(gate).toBeVisible();
  await gate.getByLabel('手机验证器上的六位数字').fill(code());
  await gate.getByRole('button', { name: '继续' }).click();
  await expect(page.getByRole('link', { name: '审计' })).toBeVisible({ timeout: 60_000 });

  await page.goto(`${cms.address}/admin/settings/second-factor`);
  await expect(page.getByText('已启用。还有 10 个恢复码')).toBeVisible();
  await shoot(page, 'settings');
  await page.goto(`${cms.address}/admin/me/sessions`);
  await expect(page.getByText('本设备')).toBeVisible();
  await shoot(page, 'sessions');
  await page.close();
});

test('the audit shows what was done, narrowed to it, and is taken out signed', async ({ browser }) => {
  const page = await signIn(browser);
  const gate = page.getByRole('dialog', { name: '第二验证' });
  await gate.getByRole('button', { name: '手机不在身边？用恢复码' }).click();
  await gate.getByLabel('恢复码').fill('AAAA-AAAA-AAAA');
  await gate.getByRole('button', { name: '继续' }).click();
  await expect(gate.getByText('恢复码不对，或已经用过')).toBeVisible();
  await gate.getByRole('button', { name: '用手机验证器' }).click();
  forgetSteps();
  await gate.getByLabel('手机验证器上的六位数字').fill(code());
  await gate.getByRole('button', { name: '继续' }).click();
  await page.getByRole('link', { name: '审计' }).click({ timeout: 60_000 });
  await expect(page.getByRole('button', { name: /第二验证通过/ }).first()).toBeVisible();
  await page.getByRole('button', { name: /第二验证失败/ }).first().click();
  await expect(page.getByText('请求编号')).toBeVisible();
  await shoot(page, 'audit');
  await page.getByRole('combobox', { name: '操作' }).click();
  await page.getByRole('option', { name: '启用第二验证' }).click();
  await expect(page.getByRole('button', { name: /第二验证失败/ })).toHaveCount(0);
  await expect(page.getByRole('button', { name: /启用第二验证/ })).toHaveCount(1);
  await page.getByRole('button', { name: '导出' }).click();
  await shoot(page, 'export');
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('dialog').getByRole('button', { name: '导出' }).click()]);
  expect(download.suggestedFilename()).toMatch(/^审计记录_.*\.zip$/);
  await page.close();
});
