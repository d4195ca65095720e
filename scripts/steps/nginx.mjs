// Finds nginx for the tests, or installs it, and runs one of its own on a loopback port.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import net from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { run } from './run.mjs';
import { during, Trouble } from './say.mjs';

const PLACES = ['/usr/sbin/nginx', '/usr/local/sbin/nginx', '/usr/local/bin/nginx', '/opt/homebrew/bin/nginx'];
const BROTLI = '/usr/lib/nginx/modules/ngx_http_brotli_static_module.so';

/**
 * Finds nginx, installing Debian's where this is root on Debian.
 * @returns The path of its program.
 * @throws {Trouble} Naming the command that installs it.
 */
export async function findNginx() {
  const found = () => [process.env.NGINX_PATH, ...PLACES].find((place) => place && existsSync(place));
  if (found()) return found();
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    await during('安装测试用的 nginx（只在第一次）', async (detail) => {
      // Debian starts what it installs; this one is only for the tests.
      const policy = '/usr/sbin/policy-rc.d';
      const isOurs = !existsSync(policy);
      if (isOurs) writeFileSync(policy, '#!/bin/sh\nexit 101\n', { mode: 0o755 });
      try {
        const options = { env: { DEBIAN_FRONTEND: 'noninteractive' }, onLine: (line) => detail(line.slice(0, 80)) };
        await run(['apt-get', 'update', '-q'], options);
        await run(['apt-get', 'install', '-y', '-q', 'nginx-light', 'libnginx-mod-http-brotli-static'], options);
      } finally {
        if (isOurs) rmSync(policy, { force: true });
      }
    });
    if (found()) return found();
  }
  throw new Trouble('没有 nginx，导出的配置不能测试', '安装它：sudo apt-get install -y nginx-light libnginx-mod-http-brotli-static，或用 NGINX_PATH 指出它的位置。');
}

const freePort = () =>
  new Promise((resolve, reject) => {
    const server = net.createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });

/**
 * Starts nginx on a site that was exported.
 * @param nginx From `findNginx`.
 * @param tree Folder of the export.
 * @param gateway Port of the gateway.
 * @returns `port`, whether it `hasBrotli`, `errors()` it wrote, and `stop`.
 */
export async function startNginx(nginx, tree, gateway) {
  const prefix = mkdtempSync(path.join(tmpdir(), 'mingchuang-nginx-'));
  mkdirSync(path.join(prefix, 'temporary'));
  const port = await freePort();
  const hasBrotli = existsSync(BROTLI);
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path temporary/${name};`).join(' ');
  writeFileSync(
    path.join(prefix, 'nginx.conf'),
    `${hasBrotli ? `load_module ${BROTLI};` : ''}
${process.getuid?.() === 0 ? 'user root;' : ''}
daemon off; worker_processes 1; pid nginx.pid; error_log errors.log warn;
events { worker_connections 256; }
http {
  access_log off; ${temporary}
  include ${tree}/_routes/http.conf;
  upstream mingchuang_gateway { server 127.0.0.1:${gateway}; }
  server {
    listen 127.0.0.1:${port};
    root ${tree};
    ${hasBrotli ? 'brotli_static on;' : ''}
    include ${tree}/_routes/server.conf;
  }
}
`,
  );
  const child = spawn(nginx, ['-p', prefix, '-c', 'nginx.conf', '-e', path.join(prefix, 'errors.log')], { stdio: 'ignore' });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  const errors = () => (existsSync(path.join(prefix, 'errors.log')) ? readFileSync(path.join(prefix, 'errors.log'), 'utf8') : '');
  const stop = async () => {
    child.kill('SIGTERM');
    await ended;
    rmSync(prefix, { recursive: true, force: true });
  };
  for (let tries = 0; ; tries++) {
    if (child.exitCode !== null || tries > 200) {
      const said = errors();
      await stop();
      throw new Trouble('nginx 没有启动成功', '看下面 nginx 的说明。', { cause: new Error(said) });
    }
    if (await fetch(`http://127.0.0.1:${port}/`).then(() => true, () => false)) break;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return { port, hasBrotli, errors, stop };
}
