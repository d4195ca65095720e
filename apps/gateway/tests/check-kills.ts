import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { expect, onTestFinished } from 'vitest';

import { ReleaseMaker } from './release-maker.ts';
import { startCms } from './stand-in-cms.ts';
import { shownProps } from './stand-in-renderer.ts';
import { ask, SITE, until } from './start-gateway.ts';
import { startProcess } from './start-process.ts';
import { createViewToken } from '../src/cases/view-token.ts';
import { deriveKeys } from '../src/secrets/keys.ts';

/**
 * Has eight citizens write letters to a gateway that is killed while they do, several times, before a CMS that works, fails or
 * hangs by turns; then expects the CMS to get every acknowledged letter, once.
 */
export async function checkKills(rounds: number): Promise<void> {
  const dataDir = mkdtempSync(join(tmpdir(), 'mc-kill-'));
  const maker = new ReleaseMaker(dataDir);
  maker.release({ content: SITE });
  const cms = await startCms();
  const secret = randomBytes(32);
  const start = async () => {
    const running = await startProcess(dataDir, cms.url, maker, secret);
    onTestFinished(() => void running.child.kill('SIGKILL'));
    return running;
  };

  const acknowledged = new Map<string, string>();
  let letter = 0;
  const writeOne = async (port: number): Promise<void> => {
    const token = createViewToken(deriveKeys(secret).viewToken, Date.now() - 60_000);
    const form = {
      purpose: 'help', agency: '', title: `第 ${++letter} 封来信`, body: `这是第 ${letter} 封来信的内容`, name: '王小川', phone: '13800000000', mayPublish: 'no', token,
    };
    const headers = { 'content-type': 'application/x-www-form-urlencoded', origin: `http://127.0.0.1:${port}` };
    const { status, headers: answered } = await ask(port, '/letters/write/', { method: 'POST', headers, body: new URLSearchParams(form).toString() });
    expect(status).toBe(303);
    const { number } = shownProps((await ask(port, answered.location!)).text) as { number: string };
    acknowledged.set(number, form.title);
  };

  for (let round = 0; round < rounds; round++) {
    cms.behaviour = (['works', 'fails', 'hangs'] as const)[round % 3]!;
    const { child, port } = await start();
    const before = acknowledged.size;
    const gone = new Promise((resolve) => child.once('exit', resolve));
    const citizens = Array.from({ length: 8 }, async () => {
      // The connection breaks when the process is killed: what was not answered by then was not acknowledged.
      for (;;) await writeOne(port);
    }).map((citizen) => citizen.catch((error: unknown) => expect((error as NodeJS.ErrnoException).code).toMatch(/^ECONN/)));
    await until(() => acknowledged.size > before + 3 + round * 5, 30_000);
    child.kill('SIGKILL');
    await Promise.all([gone, ...citizens]);
  }

  cms.behaviour = 'works';
  const { child } = await start();
  await until(() => [...acknowledged.keys()].every((number) => cms.filings.has(number)), 30_000);
  child.kill('SIGKILL');
  for (const [number, title] of acknowledged) expect(cms.filings.get(number)?.submission).toMatchObject({ title });
  const titles = [...cms.filings.values()].map(({ submission }) => ('title' in submission ? submission.title : ''));
  expect(new Set(titles).size).toBe(titles.length);
  expect(acknowledged.size).toBeGreaterThan(rounds * 3);
  await cms.close();
  rmSync(dataDir, { recursive: true, force: true });
}
