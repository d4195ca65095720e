// Installs the dependencies when they are missing or older than the lock file.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

import { at, ROOT } from './paths.mjs';
import { run } from './run.mjs';
import { during, say, Trouble } from './say.mjs';

const STAMP = at('node_modules/.mingchuang-installed');

/** The package manager the lock file was made with, as the command that needs nothing installed beforehand. */
export const PNPM = (() => {
  const { packageManager } = JSON.parse(readFileSync(at('package.json'), 'utf8'));
  return ['npx', '-y', packageManager];
})();

const hasCommand = (name) => run([name, '--version']).then(() => true, () => false);

/** better-sqlite3 is compiled where no prebuilt binary can be fetched. */
async function prepareCompiler() {
  const missing = [];
  for (const name of ['g++', 'make', 'python3']) if (!(await hasCommand(name))) missing.push(name);
  if (missing.length === 0) return;
  const canInstall = process.getuid?.() === 0 && (await hasCommand('apt-get'));
  if (!canInstall) {
    say(`没有找到 ${missing.join('、')}。如果安装失败，请先安装编译工具：sudo apt-get install -y build-essential python3`);
    return;
  }
  await during('安装编译工具', async () => {
    await run(['apt-get', 'update', '-qq']);
    await run(['apt-get', 'install', '-y', '-qq', 'build-essential', 'python3'], { env: { DEBIAN_FRONTEND: 'noninteractive' } });
  });
}

function explain(error) {
  const text = error.cause?.message ?? '';
  if (/ENOTFOUND|ECONNREFUSED|ETIMEDOUT|EAI_AGAIN|ERR_SOCKET_TIMEOUT|ERR_PNPM_META_FETCH_FAIL|network/i.test(text))
    return new Trouble('连不上软件包仓库', '检查网络，或者换一个仓库再试：npm_config_registry=https://registry.npmmirror.com npm start', { cause: error.cause });
  if (/node-gyp|gyp ERR|not found: make|better-sqlite3/i.test(text))
    return new Trouble('better-sqlite3 没有编译成功', '安装编译工具后再试：sudo apt-get install -y build-essential python3（其他系统请安装 g++、make、python3）', { cause: error.cause });
  if (/ENOSPC/.test(text)) return new Trouble('磁盘空间不够', '至少留出 3 GB 空间再试。', { cause: error.cause });
  return error;
}

/** Brings node_modules in line with the lock file. @throws {Trouble} With the remedy when it cannot. */
export async function install() {
  const digest = createHash('sha256').update(readFileSync(at('pnpm-lock.yaml'))).update(process.version).digest('hex');
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === digest) return;
  await prepareCompiler();
  const env = { CI: '1' };
  if (existsSync('/usr/include/node/node_api.h')) env.npm_config_nodedir = '/usr';
  await during('安装依赖（第一次约两到五分钟）', (detail) =>
    run([...PNPM, 'install', '--frozen-lockfile', '--reporter=append-only'], {
      cwd: ROOT,
      env,
      title: '安装依赖',
      onLine: (line) => detail(line.replace(/^\s*\|?\s*/, '').slice(0, 100)),
    }).catch((error) => {
      throw explain(error);
    }),
  );
  writeFileSync(STAMP, digest);
}
