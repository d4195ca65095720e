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
/** A deed, and the write at which it is killed; 0 for none, -1 to look only. */
export type Trial = [deed: Deed, killAt: number];

/** Articles that lack only one deed each, in a database of their own. */
export interface Undone {
  /** What came of the deeds that the process which made the articles did at last. */
  first: Attempt[];
  /** Does deeds in a process of its own, one after the other. */
  attempt(...trials: Trial[]): Promise<Attempt[]>;
  end(): void;
}

/** Makes the articles, and does deeds in the same process. */
export async function prepareUndone(...trials: Trial[]): Promise<Undone> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'mc-review-kill-'));
  await layFirstStart('empty', dataDir);
  const environment = { ...cmsEnvironment(dataDir), PORT: '0' };
  const run = (prepared: string, given: Trial[]) => runProgram(environment, [prepared, JSON.stringify(given)]);
  const [articles, ...first] = await run('', trials);
  return {
    first: attemptsOf(first),
    attempt: async (...given) => attemptsOf((await run(JSON.stringify(articles), given)).slice(1)),
    end: () => rmSync(dataDir, { recursive: true, force: true }),
  };
}

/** A deed that was lived through is said in two lines: what was found, and how much it wrote. */
function attemptsOf(said: readonly object[]): Attempt[] {
  const attempts: Attempt[] = [];
  for (const line of said) {
    if ('told' in line) attempts.push(line as Attempt);
    else Object.assign(attempts.at(-1)!, line);
  }
  return attempts;
}

/** Answers what the process said. @throws {Error} With what it printed, when it failed. */
function runProgram(environment: Record<string, string>, given: string[]): Promise<object[]> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [PROGRAM, ...given], { env: { ...process.env, ...environment } });
    let printed = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (printed += String(chunk)));
    child.once('close', (code, signal) => {
      const said = printed.split('\n').filter((line) => line.startsWith('@@'));
      if ((code !== 0 && signal !== 'SIGKILL') || said.length === 0) return reject(new Error(`The process ended with ${code ?? signal}:\n${printed}`));
      resolve(said.map((line) => JSON.parse(line.slice(2)) as object));
    });
  });
}
