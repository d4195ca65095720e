// Runs a command to its end, quietly, and keeps the tail of what it said for the error message.
import { spawn } from 'node:child_process';

import { Trouble } from './say.mjs';

const TAIL = 60;
const STRIP = /\x1b\[[0-9;]*[A-Za-z]/g;

/**
 * @param command Program and its arguments.
 * @param options `cwd`, `env`, `onLine` for each line printed, `title` for the error, `remedy`.
 * @returns Everything it printed.
 * @throws {Trouble} When it cannot be started or ends with another code than 0.
 */
export function run([program, ...args], { cwd, env, onLine, title, remedy, stdin = 'ignore' } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd, env: { ...process.env, ...env }, stdio: [stdin, 'pipe', 'pipe'] });
    const lines = [];
    let rest = '';
    const take = (chunk) => {
      const parts = (rest + chunk).split('\n');
      rest = parts.pop();
      for (const part of parts) {
        const line = part.replace(STRIP, '').trimEnd();
        lines.push(line);
        if (line) onLine?.(line);
      }
    };
    child.stdout.on('data', (chunk) => take(String(chunk)));
    child.stderr.on('data', (chunk) => take(String(chunk)));
    child.on('error', (cause) => reject(new Trouble(`${title ?? program} 无法启动`, remedy ?? `检查 ${program} 是否已安装`, { cause })));
    child.on('close', (code) => {
      if (rest) lines.push(rest.replace(STRIP, ''));
      if (code === 0) return resolve(lines.join('\n'));
      const cause = new Error(lines.slice(-TAIL).join('\n'));
      reject(new Trouble(`${title ?? [program, ...args].join(' ')} 失败（退出码 ${code}）`, remedy ?? '请看下面的输出。', { cause }));
    });
  });
}
