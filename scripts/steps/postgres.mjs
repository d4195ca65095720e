// Finds PostgreSQL's programs, or installs them, and runs a throw-away server for the tests.
import { execFileSync, spawn } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import net from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { run } from './run.mjs';
import { during, Trouble } from './say.mjs';

const DEBIAN = '/usr/lib/postgresql';
const ELSEWHERE = ['/usr/pgsql/bin', '/opt/homebrew/opt/postgresql/bin', '/usr/local/opt/postgresql/bin', '/usr/local/pgsql/bin', '/usr/bin', '/usr/local/bin'];

/** Folders PostgreSQL's programs may be in, the newest version first. */
function places() {
  const versions = existsSync(DEBIAN) ? readdirSync(DEBIAN).sort((a, b) => Number(b) - Number(a)) : [];
  return [process.env.POSTGRES_BIN, ...versions.map((version) => path.join(DEBIAN, version, 'bin')), ...ELSEWHERE].filter(Boolean);
}

/** The folder that holds one of PostgreSQL's programs, such as `pg_dump`; undefined when it is not installed. */
export const findProgramFolder = (program) => places().find((folder) => existsSync(path.join(folder, program)));

/**
 * Finds the server for the tests, installing Debian's where this is root on Debian.
 * @returns The folder of `initdb` and `postgres`.
 * @throws {Trouble} Naming the command that installs it.
 */
export async function findPostgres() {
  const found = findProgramFolder('initdb');
  if (found) return found;
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    await during('安装测试用的 PostgreSQL（只在第一次）', async (detail) => {
      const options = { env: { DEBIAN_FRONTEND: 'noninteractive' }, onLine: (line) => detail(line.slice(0, 80)) };
      await run(['apt-get', 'update', '-q'], options);
      await run(['apt-get', 'install', '-y', '-q', 'postgresql'], options);
    });
    const installed = findProgramFolder('initdb');
    if (installed) return installed;
  }
  throw new Trouble('没有 PostgreSQL，后台不能在它上面测试', '安装它：sudo apt-get install -y postgresql，或用 POSTGRES_BIN 指出 initdb 所在的文件夹。');
}

/** PostgreSQL refuses to run as root: there it runs as its own user, or as nobody. */
function unprivileged() {
  if (process.getuid?.() !== 0) return {};
  const id = (flag, user) => Number(execFileSync('id', [flag, user], { stdio: ['ignore', 'pipe', 'ignore'] }));
  for (const user of ['postgres', 'nobody']) {
    try {
      return { uid: id('-u', user), gid: id('-g', user) };
    } catch {
      // There is no such user on this machine.
    }
  }
  throw new Trouble('PostgreSQL 不能用 root 运行，而这台机器没有用户 postgres 或 nobody', '新建一个普通用户：useradd --system postgres');
}

const freePort = () =>
  new Promise((resolve, reject) => {
    const server = net.createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });

async function untilReady(bin, port, child) {
  const end = Date.now() + 60_000;
  while (Date.now() < end && child.exitCode === null) {
    const isReady = await run([path.join(bin, 'pg_isready'), '-q', '-h', '127.0.0.1', '-p', String(port)]).then(() => true, () => false);
    if (isReady) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Trouble('测试用的 PostgreSQL 没有启动成功', `试试手工启动：${path.join(bin, 'postgres')}`);
}

/**
 * Starts an empty server on a loopback port, its files in a temporary folder, without waiting for the disk.
 * @param bin From `findPostgres`.
 * @returns `url` of its maintenance database, `bin`, and `stop`, which ends the server and removes everything.
 */
export async function startPostgres(bin) {
  const folder = mkdtempSync(path.join(tmpdir(), 'mingchuang-postgres-'));
  const owner = unprivileged();
  if (owner.uid !== undefined) chownSync(folder, owner.uid, owner.gid);
  const data = path.join(folder, 'data');
  execFileSync(path.join(bin, 'initdb'), ['-D', data, '-U', 'mingchuang', '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8', '--no-sync'], { ...owner, cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] });

  const port = await freePort();
  const quick = ['fsync=off', 'full_page_writes=off', 'synchronous_commit=off', 'max_connections=200'].flatMap((setting) => ['-c', setting]);
  const args = ['-D', data, '-k', folder, '-h', '127.0.0.1', '-p', String(port), ...quick];
  const child = spawn(path.join(bin, 'postgres'), args, { ...owner, cwd: folder, stdio: 'ignore' });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  const stop = async () => {
    child.kill('SIGINT');
    await ended;
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await untilReady(bin, port, child);
  } catch (error) {
    await stop();
    throw error;
  }
  return { url: `postgres://mingchuang@127.0.0.1:${port}/postgres`, bin, stop };
}
