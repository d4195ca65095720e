import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const SRC = path.join(import.meta.dirname, '../src');
/** What decides how a component is drawn, and the examples it is tested by. */
const FOLDERS = ['components', 'styles', 'styleguide/parts'];

/** A mark of the components as they are now: recorded results with another one are of earlier components. */
export function digestComponents(): string {
  const digest = createHash('sha256');
  for (const folder of FOLDERS)
    for (const file of readdirSync(path.join(SRC, folder), { recursive: true, encoding: 'utf8' }).sort())
      if (/\.(?:astro|css|ts)$/.test(file) && !file.endsWith('.test.ts'))
        digest.update(`${folder}/${file}\n`).update(readFileSync(path.join(SRC, folder, file)));
  return digest.digest('hex').slice(0, 16);
}
