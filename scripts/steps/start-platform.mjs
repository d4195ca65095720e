// Starts cms, publisher and gateway in order, prints where everything is, and ends them together.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { DEMO_ACCOUNTS } from './accounts.mjs';
import { DATA_DIR } from './paths.mjs';
import { createPlatform, isFirstStart, loadSettings, requireFreePorts } from './platform.mjs';
import { requireFreePort } from './processes.mjs';
import { during, fail, say, Trouble } from './say.mjs';
import { loadDemoPasswords, loadSecrets } from './secrets.mjs';

let running = [];

/** Ends every process that was started, last first. */
export async function stopAll() {
  const list = running.reverse();
  running = [];
  for (const managed of list) await managed.stop();
}

function stopOnSignal() {
  let stopping = false;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
    process.on(signal, async () => {
      if (stopping) return;
      stopping = true;
      say('正在停止…');
      await stopAll();
      say('已停止。');
      process.exit(0);
    });
}

/** The demo city is loaded until it is whole: a start that was cut off goes on at the next one. */
function demoPlan(empty, isFirst) {
  const marker = path.join(DATA_DIR, 'without-demo');
  if (empty && isFirst) writeFileSync(marker, '');
  return !existsSync(marker);
}

/** @throws {Trouble} On SQLite, which one process writes, and without the secrets the other processes work with. */
async function startSecondCms(settings) {
  if (!process.env.DATABASE_URL) throw new Trouble('第二个后台进程要用 PostgreSQL', '设置 DATABASE_URL；SQLite 只能有一个后台进程。');
  if (isFirstStart()) throw new Trouble(`${DATA_DIR} 里没有密钥`, '先把第一台机器的 secrets 文件夹复制过来：两个后台必须用同一套密钥。');
  await requireFreePort(settings.ports.cms, settings.host, '内容管理后台', 'CMS_PORT');
  stopOnSignal();
  const { cms } = createPlatform({ ...settings, isSecond: true });
  cms.onFailure = fail;
  running.push(cms);
  cms.start();
  const address = settings.ownCms;
  await during('启动内容管理后台', () => cms.ready(`${address}/_health`));
  say(`后台已就绪：${address}/admin，按 Ctrl-C 停止`);
}

/**
 * @param empty Begin without the demo city; only a first start can.
 * @param onlyCms Start one more CMS process on a PostgreSQL that others use too, and nothing else.
 * @param mode `{ cmsCommand, cmsMode }` for development.
 * @returns The platform, once the first release is served (or, without a site, once everything listens).
 */
export async function startPlatform({ empty = false, onlyCms = false, cmsCommand, cmsMode } = {}) {
  const settings = loadSettings();
  if (onlyCms) return startSecondCms(settings);
  await requireFreePorts(settings);
  stopOnSignal();

  const isFirst = isFirstStart();
  const { folder } = loadSecrets(DATA_DIR);
  const withDemo = demoPlan(empty, isFirst);
  const accounts = withDemo ? loadDemoPasswords(folder, DEMO_ACCOUNTS.map(({ email }) => email)) : undefined;
  const extra = accounts ? { DEMO: '1', DEMO_PASSWORDS_FILE: accounts.file } : {};
  const platform = createPlatform(settings, extra, cmsCommand, cmsMode);
  for (const managed of platform.all)
    managed.onFailure = async (failure) => {
      await stopAll();
      fail(failure);
    };
  const start = async (managed, url) => {
    running.push(managed);
    managed.start();
    await managed.ready(url);
  };

  await during(isFirst && withDemo ? '启动内容管理后台，装入示例城市' : '启动内容管理后台', () => start(platform.cms, `${settings.ownCms}/_health`));
  await during('启动发布程序和门户', async () => {
    const url = withDemo ? '/readyz' : '/healthz';
    await Promise.all([start(platform.publisher, settings.publisher + url), start(platform.gateway, settings.portal + url)]);
  });
  print(settings, accounts);
  return { platform, settings };
}

function print({ host, portal, cms }, accounts) {
  const lines = ['', '明窗已就绪', '', `  门户    ${portal}/`, `  长者版  ${portal}/elder/`, `  后台    ${cms}/admin`, ''];
  if (accounts) lines.splice(-2, 0, `  临江区  http://linjiang.localhost:${new URL(portal).port}/　（示例城市的另一个网站）`);
  const invitation = path.join(DATA_DIR, 'secrets/first-administrator.txt');
  if (!accounts && existsSync(invitation)) lines.push('  还没有管理员。打开这个一次性的地址，设好密码：', `    ${cms}${readFileSync(invitation, 'utf8').trim()}`, '');
  if (!accounts) lines.push('  还没有站点时：登录后台，在“站点”里新建站点并发布。', '');
  else {
    lines.push(accounts.isNew ? '  演示账号（密码只显示这一次）：' : `  演示账号（密码在 ${path.relative(process.cwd(), accounts.file)}）：`);
    for (const { email, role, does } of DEMO_ACCOUNTS)
      lines.push(`    ${role.padEnd(6, '　')}${email.padEnd(30)}${accounts.isNew ? accounts.passwords[email].padEnd(18) : ''}${does}`);
    const isAlone = (['localhost', '::1'].includes(host) || host.startsWith('127.')) && !process.env.TRUST_PROXY;
    if (isAlone && process.env.SECOND_FACTOR !== 'off') lines.push('  只在本机看示例城市：演示账号登录不问第二验证。别人能访问时，管理员和签发人都要用手机验证器。');
    lines.push('');
  }
  lines.push('  停止：按 Ctrl-C', '');
  process.stdout.write(`${lines.join('\n')}\n`);
}
