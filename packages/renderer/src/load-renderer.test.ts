import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { loadRenderer } from './load-renderer.ts';

describe('loadRenderer', () => {
  let dir: string;
  beforeAll(() => {
    dir = mkdtempSync(path.join(tmpdir(), 'mingchuang-renderer-'));
    mkdirSync(path.join(dir, 'server'));
    writeFileSync(path.join(dir, 'renderer.json'), '{"version":"v1"}');
    writeFileSync(path.join(dir, 'server/entry.mjs'), 'export const createRenderer = async (facts) => facts;');
  });
  afterAll(() => rmSync(dir, { recursive: true }));

  test('hands the build its version and the folder of its assets', async () => {
    expect(await loadRenderer(dir)).toEqual({ version: 'v1', folder: dir, assets: path.join(dir, 'client') });
  });

  test('says which folder holds no build, and how to make one', async () => {
    await expect(loadRenderer(path.join(dir, 'none'))).rejects.toThrow(
      `There is no built renderer in ${path.join(dir, 'none')}: run "pnpm --filter portal build:renderer"`,
    );
  });
});
