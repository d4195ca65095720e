import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

import { makeDemoCity, makeEmpty } from './make';

const MAKE = { empty: makeEmpty, demo: makeDemoCity };
// From the root, where every runner starts: the browser's runner and vitest disagree on `import.meta` and `__dirname`.
const KEPT = resolve('node_modules/.cache/mingchuang');
const BUILT = ['apps/cms/dist/src', 'apps/cms/dist/config', 'apps/publisher/dist', ...['access', 'cases', 'feed', 'queries', 'review'].map((name) => `packages/${name}/dist/server`)];
const DEMO = ['apps/cms/demo', 'apps/portal/dist-renderer/server'];

/**
 * Lays the data of an installation after its first start into an empty folder. Most tests are not about first starts, which
 * make hundreds of tables; one is made for all of them, and kept until something it was made by is built anew.
 *
 * @param kind `empty`, or `demo` with the demo city and its first release.
 */
export async function layFirstStart(kind: keyof typeof MAKE, folder: string): Promise<void> {
  const from = kind === 'empty' && process.env.DATABASE_URL ? process.env.FIRST_START_FOLDER! : await keptFirstStart(kind);
  cpSync(from, folder, { recursive: true });
}

/** The folder with the data of that first start, for whoever only reads a file of it. */
export async function keptFirstStart(kind: keyof typeof MAKE): Promise<string> {
  const place = join(KEPT, `${kind}-${digest(kind === 'demo' ? [...BUILT, ...DEMO] : BUILT)}`);
  if (existsSync(place)) return place;
  mkdirSync(KEPT, { recursive: true });
  const lock = `${place}.making`;
  while (!isFirst(lock)) {
    if (existsSync(place)) return place;
    await new Promise((later) => setTimeout(later, 200));
  }
  try {
    if (existsSync(place)) return place;
    const folder = mkdtempSync(join(KEPT, 'making-'));
    await MAKE[kind](folder);
    for (const name of readdirSync(KEPT)) if (name.startsWith(`${kind}-`) && !join(KEPT, name).startsWith(place)) rmSync(join(KEPT, name), { recursive: true, force: true });
    renameSync(folder, place);
    return place;
  } finally {
    rmSync(lock, { force: true });
  }
}

/** Whether this runner is to make it: the others wait. A runner that was killed while it made one holds nobody up. */
function isFirst(lock: string): boolean {
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' });
    return true;
  } catch {
    const maker = Number(existsSync(lock) && readFileSync(lock, 'utf8'));
    if (maker > 0 && !isRunning(maker)) rmSync(lock, { force: true });
    return false;
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

function digest(places: readonly string[]): string {
  const hash = createHash('sha1');
  for (const place of places)
    for (const name of (readdirSync(resolve(place), { recursive: true }) as string[]).sort()) {
      const { size, mtimeMs } = statSync(resolve(place, name));
      hash.update(`${place}/${name} ${size} ${mtimeMs}\n`);
    }
  return hash.digest('hex').slice(0, 12);
}
