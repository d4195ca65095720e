// Starts the platform's processes, keeps them running and ends them in order.
import { spawn } from 'node:child_process';
import net from 'node:net';
import path from 'node:path';

import { LogFile, readLogSettings } from './log-file.mjs';
import { say, Trouble } from './say.mjs';

const RESTARTS = 5;

/** @throws {Trouble} When somebody already listens there; names the variable that moves it. */
export async function requireFreePort(port, host, purpose, variable) {
  await new Promise((resolve, reject) => {
    const server = net.createServer();
    server.once('error', (cause) =>
      reject(
        cause.code === 'EADDRINUSE'
          ? new Trouble(`端口 ${port}（${purpose}）已被占用`, `换一个端口再试，例如：${variable}=${port + 1} npm start；或者先停掉占用它的程序（查看：lsof -i :${port}）`)
          : new Trouble(`不能监听 ${host}:${port}（${purpose}）`, `检查 HOST 和 ${variable} 的设置。`, { cause }),
      ),
    );
    server.listen(port, host, () => server.close(resolve));
  });
}

/** One process of the platform. Its output goes to `logs/<name>.log`; lines that `shows` accepts are printed too. */
export class ManagedProcess {
  #child;
  #stopping = false;
  #failures = 0;
  #tail = [];

  constructor({ name, title, command, cwd, env, logDir, shows }) {
    Object.assign(this, { name, title, command, cwd, env, shows });
    this.logDir = logDir;
    this.logFile = path.join(logDir, `${name}.log`);
  }

  start() {
    this.log ??= new LogFile(this.logDir, this.name, readLogSettings());
    const [program, ...args] = this.command;
    // Its own group, so that Ctrl-C reaches it through us and in order.
    this.#child = spawn(program, args, { cwd: this.cwd, env: { ...process.env, ...this.env }, stdio: ['ignore', 'pipe', 'pipe'], detached: true });
    const take = (chunk) => {
      this.log.write(chunk);
      for (const line of String(chunk).split('\n').filter(Boolean)) {
        this.#tail = [...this.#tail.slice(-30), line];
        const shown = this.shows?.(line);
        if (shown) say(shown);
      }
    };
    this.#child.stdout.on('data', take);
    this.#child.stderr.on('data', take);
    this.#child.on('exit', (code, signal) => this.#ended(code, signal));
  }

  #ended(code, signal) {
    this.ended = true;
    if (this.#stopping) return;
    if (!this.isReady || ++this.#failures > RESTARTS) {
      this.failure = new Trouble(`${this.title}意外停止（${signal ?? `退出码 ${code}`}）`, `完整日志在 ${this.logFile}`, { cause: new Error(this.#tail.join('\n')) });
      this.onFailure?.(this.failure);
      return;
    }
    say(`${this.title}意外停止，正在重新启动（第 ${this.#failures} 次）`);
    setTimeout(() => !this.#stopping && ((this.ended = false), this.start()), 500 * this.#failures);
  }

  /** Waits until `url` answers 2xx. @throws {Trouble} When the process ends before that, or after `limit` ms. */
  async ready(url, limit = 300_000) {
    const end = Date.now() + limit;
    let said = Date.now();
    while (Date.now() < end) {
      if (this.failure) throw this.failure;
      const ok = await fetch(url, { signal: AbortSignal.timeout(2000) }).then((answer) => answer.ok, () => false);
      if (ok) return void (this.isReady = true);
      if (Date.now() - said > 4000) {
        say(`等待${this.title}就绪…`);
        said = Date.now();
      }
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    throw new Trouble(`${this.title}没有在 ${limit / 1000} 秒内就绪`, `看日志：${this.logFile}`);
  }

  /** Ends it politely, then firmly after 10 seconds. */
  async stop() {
    this.#stopping = true;
    const child = this.#child;
    if (!child || this.ended) return;
    const ended = new Promise((resolve) => child.once('exit', resolve));
    const signal = (name) => {
      try {
        process.kill(-child.pid, name);
      } catch {
        // It is gone already.
      }
    };
    signal('SIGTERM');
    const timer = setTimeout(() => signal('SIGKILL'), 10_000);
    await ended;
    clearTimeout(timer);
  }

  async restart() {
    await this.stop();
    this.#stopping = false;
    this.ended = false;
    this.start();
  }
}
