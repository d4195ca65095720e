import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { layFirstStart } from '../../../scripts/first-start/lay.ts';
import { cmsEnvironment } from './cms.ts';

const PROGRAM = path.join(import.meta.dirname, 'killed-approval.mjs');

type Place = 'published' | 'edition' | 'approvals' | 'versions' | 'audit' | 'changes' | 'addresses' | 'moves';

/** An article that lacks only its last approval, in a database of its own. */
export interface Unsigned {
  /** Makes the last approval in a process of its own. @param killAt The write at which it is killed; 0 for none. @returns Writes, when it lived. */
  approve(killAt: number): Promise<number | undefined>;
  /** How much a new process finds of the publication in each of the places that must agree. */
  told(): Promise<Record<Place, number>>;
  end(): void;
}

/** Makes the article. */
export async function prepareUnsigned(): Promise<Unsigned> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'mc-review-kill-'));
  await layFirstStart('empty', dataDir);
  const environment = { ...cmsEnvironment(dataDir), PORT: '0' };
  const { documentId, signer } = (await run(environment, ['prepare'])) as { documentId: string; signer: number };
  return {
    async approve(killAt) {
      const answer = (await run(environment, ['approve', documentId, String(signer), String(killAt)])) as { writes: number } | undefined;
      return answer?.writes;
    },
    told: async () => (await run(environment, ['tell', documentId])) as Record<Place, number>,
    end: () => rmSync(dataDir, { recursive: true, force: true }),
  };
}

/** Answers what the process said last, or nothing when it was killed. @throws {Error} With what it printed, when it failed. */
function run(environment: Record<string, string>, given: string[]): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [PROGRAM, ...given], { env: { ...process.env, ...environment } });
    let printed = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (printed += String(chunk)));
    child.once('exit', (code, signal) => {
      if (signal === 'SIGKILL') return resolve(undefined);
      const said = printed.split('\n').findLast((line) => line.startsWith('@@'));
      if (code !== 0 || !said) return reject(new Error(`The process ended with ${code}:\n${printed}`));
      resolve(JSON.parse(said.slice(2)));
    });
  });
}
