import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { join, relative } from 'node:path';

import Database from 'better-sqlite3';

/** The disk as a process leaves it that is killed at one moment: in a copy, whatever it had opened or locked forgotten. */
export interface CrashImage {
  /** What was about to be done, or half done: `rename releases/current`. */
  at: string;
  folder: string;
}

type Writing = 'writeFileSync' | 'writeSync' | 'renameSync' | 'rmSync' | 'openSync';
const WRITING: readonly Writing[] = ['writeFileSync', 'writeSync', 'renameSync', 'rmSync', 'openSync'];

/**
 * Does work and keeps an image of a folder before every write to it: of files, and of statements to its databases. What is
 * written in one call is also kept half written.
 *
 * @param isWanted Whether the image of this moment is to be kept; the moments are counted from 0.
 */
export async function takeCrashImages(folder: string, into: string, work: () => Promise<void>, isWanted: (moment: number) => boolean): Promise<{ images: CrashImage[]; moments: string[] }> {
  const images: CrashImage[] = [];
  const moments: string[] = [];
  const keep = (at: string) => {
    moments.push(at);
    if (!isWanted(moments.length - 1)) return;
    const copy = join(into, String(moments.length));
    fsCopy(folder, copy);
    images.push({ at, folder: copy });
  };
  const original = Object.fromEntries(WRITING.map((name) => [name, fs[name]])) as unknown as Record<Writing, (...args: unknown[]) => unknown>;
  const files = new Map<number, string>();
  let copying = false;

  const fsCopy = (from: string, to: string) => {
    copying = true;
    fs.cpSync(from, to, { recursive: true });
    copying = false;
  };
  const nameOf = (target: unknown) => {
    const path = typeof target === 'number' ? files.get(target) : String(target);
    return path?.startsWith(folder) ? relative(folder, path) : undefined;
  };
  for (const name of WRITING) {
    (fs as unknown as Record<string, unknown>)[name] = (...args: unknown[]) => {
      const call = () => original[name].apply(fs, args);
      const target = copying ? undefined : nameOf(name === 'renameSync' ? args[1] : args[0]);
      if (target === undefined) return call();
      const isReading = name === 'openSync' && (args[1] === undefined || args[1] === 'r');
      if (!isReading) keep(`${name} ${target}`);
      if (name === 'writeFileSync') {
        const bytes = Buffer.from(args[1] as Uint8Array);
        original.writeFileSync(args[0], bytes.subarray(0, bytes.length / 2));
        keep(`half of ${name} ${target}`);
      }
      const result = call();
      if (name === 'openSync') files.set(result as number, String(args[0]));
      return result;
    };
  }
  syncBuiltinESMExports();
  const restore = watchStatements(folder, keep);
  try {
    await work();
  } finally {
    restore();
    Object.assign(fs, original);
    syncBuiltinESMExports();
  }
  return { images, moments };
}

/** Keeps an image before every statement that changes a database. */
function watchStatements(folder: string, keep: (at: string) => void): () => void {
  const database = new Database(':memory:');
  const prototype = Object.getPrototypeOf(database.prepare('SELECT 1')) as { run: (...args: unknown[]) => unknown };
  database.close();
  const { run } = prototype;
  prototype.run = function (this: { source: string; database: { name: string } }, ...args: unknown[]) {
    if (this.database.name.startsWith(folder)) keep(`${relative(folder, this.database.name)}: ${this.source.split(' ').slice(0, 5).join(' ')}`);
    return run.apply(this, args);
  };
  return () => void (prototype.run = run);
}
