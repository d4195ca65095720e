import { fork } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

import type { EngineName } from './engine.ts';
import { memoryBelow } from './processes.ts';

/** What a build takes at most. */
export interface Limits {
  minutes: number;
  megabytes: number;
}

/** What a build took: seconds, and the most memory of all of its processes together, the documents included. */
export type BuildCost = { index_s: number; index_peak_mb: number } & Record<string, number>;

/** A number this process says nothing of for a while is no reason to doubt it. */
const SAY_MS = 60_000;

/** @throws {Error} When it fails, or takes more than the limits, with which. */
export function buildIndex(engine: EngineName, folder: string, corpus: string, limits: Limits): Promise<BuildCost> {
  mkdirSync(folder, { recursive: true });
  const child = fork(join(import.meta.dirname, 'build-child.ts'), [engine, folder, corpus], { execArgv: [`--max-old-space-size=${limits.megabytes}`, '--import', 'tsx'], stdio: ['ignore', 'ignore', 'pipe', 'ipc'] });
  let [peak, said, cost, why] = [0, '', undefined as Omit<BuildCost, 'index_peak_mb'> | undefined, ''];
  child.stderr!.on('data', (chunk: Buffer) => (said = (said + String(chunk)).slice(-2000)));
  const begun = performance.now();
  const end = (reason: string) => {
    why = reason;
    child.kill('SIGKILL');
  };
  const watch = setInterval(() => {
    peak = Math.max(peak, memoryBelow(process.pid));
    if (peak > limits.megabytes) end(`more than ${limits.megabytes} MB`);
  }, 200);
  const talk = setInterval(() => console.log(`    building for ${Math.round((performance.now() - begun) / 1000)} s, ${peak} MB so far`), SAY_MS);
  const late = setTimeout(() => end(`not built after ${limits.minutes} minutes`), limits.minutes * 60_000);
  return new Promise((done, fail) => {
    child.on('message', (message) => typeof message === 'object' && (cost = message as typeof cost));
    child.once('close', (code, signal) => {
      for (const timer of [watch, talk, late]) clearInterval(timer);
      const reason = why || (/heap out of memory|Invalid string length/.exec(said)?.[0] ?? `the build ended with ${code ?? signal}: ${said.trim().split('\n').slice(-3).join(' ')}`);
      if (cost && code === 0) done({ ...cost, index_peak_mb: peak } as BuildCost);
      else fail(new Error(reason));
    });
  });
}
