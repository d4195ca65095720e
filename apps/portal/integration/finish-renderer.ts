import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/**
 * Writes `renderer.json` beside the built renderer: its version is the digest of everything that decides what a page
 * looks like. Astro's manifest is left out, since it carries a random key and the folder it was built in.
 */
export function finishRenderer(dir: string): void {
  const hash = createHash('sha256');
  const files = readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== 'renderer.json' && !/^(?:manifest_|entry\.)/.test(entry.name))
    .map((entry) => path.relative(dir, path.join(entry.parentPath, entry.name)))
    .sort();
  for (const file of files) hash.update(`${file}\0`).update(readFileSync(path.join(dir, file)));
  const version = hash.digest('hex').slice(0, 32);
  writeFileSync(path.join(dir, 'renderer.json'), `${JSON.stringify({ version })}\n`);
}
