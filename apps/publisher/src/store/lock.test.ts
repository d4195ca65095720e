import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { afterEach, beforeEach, expect, test } from 'vitest';

import { makeFolder } from '../testing/example-publisher.ts';
import { lockDataFolder, readContact } from './lock.ts';

let folder: ReturnType<typeof makeFolder>;
beforeEach(() => void (folder = makeFolder()));
afterEach(() => folder.remove());

/** Another process that takes the folder and keeps it until it is killed. */
async function holdElsewhere(): Promise<{ pid: number; kill(): Promise<void> }> {
  const code = `
    const { lockDataFolder } = await import(${JSON.stringify(fileURLToPath(new URL('./lock.ts', import.meta.url)))});
    const lock = lockDataFolder(${JSON.stringify(folder.path)});
    lock.announce({ pid: process.pid, url: 'http://127.0.0.1:1', token: 'secret' });
    process.stdout.write('held');
    setInterval(() => lock, 1000);`;
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', code], { stdio: ['ignore', 'pipe', 'inherit'] });
  await once(child.stdout, 'data');
  return {
    pid: child.pid!,
    async kill() {
      const ended = once(child, 'exit');
      child.kill('SIGKILL');
      await ended;
    },
  };
}

test('two publishers never share a data folder, and one that was killed leaves no lock behind', async () => {
  const other = await holdElsewhere();
  expect(lockDataFolder(folder.path)).toBeUndefined();
  expect(readContact(folder.path)).toMatchObject({ pid: other.pid });

  await other.kill();
  const lock = lockDataFolder(folder.path);
  expect(lock).toBeDefined();
  expect(readContact(folder.path), 'what the killed one announced is forgotten').toBeUndefined();
  expect(lockDataFolder(folder.path), 'nor within one process').toBeUndefined();
  lock!.release();
  lockDataFolder(folder.path)!.release();
});

test('what an earlier start announced does not count after a reboot, though its process id belongs to another now', () => {
  writeFileSync(join(folder.path, 'publisher.json'), JSON.stringify({ pid: process.pid, url: 'http://127.0.0.1:1', token: 'old' }));
  const lock = lockDataFolder(folder.path);
  expect(lock).toBeDefined();
  expect(existsSync(join(folder.path, 'publisher.json'))).toBe(false);
  lock!.release();
});
