import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { brotliCompressSync } from 'node:zlib';

import { expect, test } from 'vitest';

const assets = path.join(import.meta.dirname, '../dist-renderer/client/_astro');

/** A built file by the beginning of its name. */
const assetOf = (name: string) => readdirSync(assets).find((file) => file.startsWith(name))!;
const sourceOf = (file: string) => readFileSync(path.join(assets, file), 'utf8');
const weightOf = (file: string) => brotliCompressSync(sourceOf(file)).length;

/** A built module and every module it loads, at once or later. */
function modulesOf(file: string, found = new Set<string>()): Set<string> {
  if (found.has(file)) return found;
  found.add(file);
  for (const [, name] of sourceOf(file).matchAll(/["'`](?:\.\/|\/_astro\/)([^"'`/]+\.js)["'`]/g)) modulesOf(name!, found);
  return found;
}

test('the tools of 无障碍 weigh at most 12 kB together, and pinyin at most 40 kB beside them', () => {
  const modules = [...modulesOf(assetOf('heed.define'))];
  const isTable = (file: string) => file.startsWith('pinyin');
  const names = modules.map((file) => file.split(/[-.]/)[0]);
  for (const part of ['heed', 'reader', 'guide', 'subtitle', 'pinyin']) expect(names, `${part} is a module of its own`).toContain(part);
  const weight = (files: readonly string[]) => files.reduce((sum, file) => sum + weightOf(file), 0);
  expect(weight([...modules.filter((file) => !isTable(file)), assetOf('panel')])).toBeLessThanOrEqual(12_000);
  expect(weight(modules.filter(isTable))).toBeLessThanOrEqual(40_000);
});

test('the start script weighs at most 1 kB', () => {
  expect(weightOf(assetOf('start'))).toBeLessThanOrEqual(1000);
});
