import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { siteIconPath } from '@mingchuang/content';
import { drawIcons } from '@mingchuang/pictures';

const MARK = path.join(import.meta.dirname, '../src/marks/mingchuang-mark.svg');

/** Draws the icons of sites without an emblem: a device that installs one wants pictures of points too. */
export async function drawMarkIcons(dir: string): Promise<void> {
  mkdirSync(path.join(dir, 'icons'), { recursive: true });
  copyFileSync(MARK, path.join(dir, 'icons/mark.svg'));
  for (const [name, bytes] of (await drawIcons(MARK)).icons) writeFileSync(path.join(dir, siteIconPath(undefined, name)), bytes);
}
