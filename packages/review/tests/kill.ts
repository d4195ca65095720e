import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { layFirstStart } from '../../../scripts/first-start/lay.ts';
import { cmsEnvironment } from './cms.ts';

const PROGRAM = path.join(import.meta.dirname, 'killed-deed.mjs');

/** What a process is killed in: the last approval, a plan whose time has come, a withdrawal, a save of a live page. */
export const DEEDS = ['approve', 'due', 'withdraw', 'save'] as const;
export type Deed = (typeof DEEDS)[number];

/** What a process found of a deed in each place that must agree, before it tried; and its writes, if it lived. */
export interface Attempt {
  told: Record<string, number>;
  writes?: number;
}

/** Articles that lack only one deed each, in a database of their own. */
export interface Undone {
  /** Does a deed in a process of its own. @param killAt The write at which it is killed; 0 for none, -1 to look only. */
  attempt(deed: Deed, killAt: number): Promise<Attempt>;
  end(): void;
}

/** Makes the articles. */
export async function prepareUndone(): Promise<Undone> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'mc-review-kill-'));
  await layFirstStart('empty', dataDir);
  const environment = { ...cmsEnvironment(dataDir), PORT: '0' };
  const { articles, signer } = (await run(environment, ['prepare'])) as { articles: Record<Deed, string>; signer: number };
  return {
    attempt: async (deed, killAt) => (await run(environment, ['attempt', deed, articles[deed], String(signer), String(killAt)])) as Attempt,
    end: () => rmSync(dataDir, { recursive: true, force: true }),
  };
}

/** Answers what the process said last. @throws {Error} With what it printed, when it failed. */
function run(environment: Record<string, string>, given: string[]): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [PROGRAM, ...given], { env: { ...process.env, ...environment } });
    let printed = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (printed += String(chunk)));
    child.once('close', (code, signal) => {
      const said = printed.split('\n').findLast((line) => line.startsWith('@@'));
      if ((code !== 0 && signal !== 'SIGKILL') || !said) return reject(new Error(`The process ended with ${code ?? signal}:\n${printed}`));
      resolve(JSON.parse(said.slice(2)));
    });
  });
}
