import { cpSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

import type { Renderer } from '@mingchuang/content';
import { loadRenderer } from '@mingchuang/renderer';

const PORTAL = resolve(import.meta.dirname, '../../../portal');
/** Said in the breadcrumb of nearly every page. */
const WORDS = ['当前位置', '您的位置'] as const;

/** The portal's renderer as `npm test` has built it. */
export const builtRenderer = (): Promise<Renderer> => loadRenderer(join(PORTAL, 'dist-renderer'));

/** The portal's renderer after somebody changed a template: a copy of the bundle with other words and one more style sheet. */
export async function changedRenderer(folder: string): Promise<Renderer> {
  cpSync(join(PORTAL, 'dist-renderer'), folder, { recursive: true });
  symlinkSync(join(PORTAL, 'node_modules'), join(folder, 'node_modules'));
  let changed = 0;
  for (const name of readdirSync(join(folder, 'server'), { recursive: true, encoding: 'utf8' })) {
    if (!name.endsWith('.mjs')) continue;
    const text = readFileSync(join(folder, 'server', name), 'utf8');
    if (!text.includes(WORDS[0])) continue;
    writeFileSync(join(folder, 'server', name), text.replaceAll(...WORDS));
    changed++;
  }
  if (changed === 0) throw new Error(`No template says ${WORDS[0]}`);
  writeFileSync(join(folder, 'client/_astro/added.css'), 'p { color: black }');
  writeFileSync(join(folder, 'renderer.json'), JSON.stringify({ version: 'changed' }));
  return await loadRenderer(folder);
}
