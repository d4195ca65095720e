/**
 * How many cases a second the CMS takes in, each stored and on the disk before it is acknowledged.
 *
 *   npx tsx packages/cases/bench/intake.ts [seconds=10] [at a time=32]
 *
 * Measured over HTTP with the gateway's token, as the gateway calls it. Boots a CMS of its own in a temporary folder.
 */
import { spawn } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { createCaseNumber, createQueryCode, shanghaiDate } from '@mingchuang/content';

import { cmsEnvironment } from '../tests/cms-environment.mjs';

const [seconds = 10, atATime = 32] = process.argv.slice(2).map(Number);
const dataDir = mkdtempSync(join(tmpdir(), 'mc-cases-bench-'));
const environment = cmsEnvironment(dataDir);

const agent = new Agent({ keepAlive: true, maxSockets: atATime });
const times: number[] = [];

void measure();

async function measure(): Promise<void> {
  const child = spawn(process.execPath, [fileURLToPath(new URL('../tests/serve-cms.mjs', import.meta.url))], {
    env: { ...process.env, ...environment, NODE_ENV: 'production' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const url = await new Promise<string>((resolve) => {
    child.stdout.on('data', (chunk: Buffer) => {
      const found = /serving (\S+)/.exec(chunk.toString());
      if (found) resolve(found[1]!);
    });
  });

  const started = performance.now();
  const until = started + seconds * 1000;
  await Promise.all(Array.from({ length: atATime }, () => fileUntil(url, until)));
  const elapsed = (performance.now() - started) / 1000;

  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.floor(times.length * share)]!.toFixed(1);
  console.log(`${times.length} cases in ${elapsed.toFixed(1)} s: ${Math.round(times.length / elapsed)}/s over HTTP, ${atATime} at a time`);
  console.log(`answered after p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, p99 ${at(0.99)} ms`);
  agent.destroy();
  child.kill('SIGKILL');
  rmSync(dataDir, { recursive: true, force: true });
}

async function fileUntil(url: string, until: number): Promise<void> {
  while (performance.now() < until) {
    const before = performance.now();
    await fileOne(url);
    times.push(performance.now() - before);
  }
}

function fileOne(url: string): Promise<void> {
  const body = JSON.stringify({
    kind: 'letter',
    number: createCaseNumber(shanghaiDate(new Date()), randomInt),
    code: createQueryCode(randomInt),
    receivedAt: new Date().toISOString(),
    suspicion: 0,
    submission: {
      purpose: 'complaint',
      agency: '',
      title: '小区门口的路灯不亮已经一个星期了',
      body: '您好，我们小区东门外的三盏路灯从上周起就不亮，晚上老人和孩子出门很不方便，请派人看看。'.repeat(8),
      name: '李某某',
      phone: '13900000000',
      mayPublish: true,
    },
  });
  return new Promise((resolve, reject) => {
    const sent = request(
      `${url}/api/cases`,
      {
        method: 'POST',
        agent,
        headers: {
          'content-type': 'application/json',
          'content-length': Buffer.byteLength(body),
          authorization: `Bearer ${environment.GATEWAY_TOKEN}`,
        },
      },
      (response) => {
        response.resume();
        response.on('end', () => (response.statusCode === 200 ? resolve() : reject(new Error(`Answered ${response.statusCode}`))));
      },
    );
    sent.on('error', reject);
    sent.end(body);
  });
}
