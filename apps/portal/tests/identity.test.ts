import { execFile } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';

import { ELDERLY_MARKER, isRedirect, MODE_MARKER, type Page } from '@mingchuang/content';
import { EXAMPLE_TODAY, exampleSnapshot } from '@mingchuang/content/examples';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { builtRenderer } from './built-renderer.ts';
import { writeExport } from './write-export.ts';

const portal = path.join(import.meta.dirname, '..');
// Inside the project, because the bundle finds its packages from where it lies.
const folder = path.join(portal, '.build-test');
const out = path.join(folder, 'site');

describe('the plain static build', () => {
  beforeAll(async () => {
    mkdirSync(folder, { recursive: true });
    const snapshot = path.join(folder, 'export.ndjson');
    writeExport(snapshot, exampleSnapshot());
    await promisify(execFile)(process.execPath, [path.join(portal, 'node_modules/astro/astro.js'), 'build'], {
      cwd: portal,
      env: { ...process.env, NODE_ENV: 'production', SNAPSHOT: snapshot, TODAY: EXAMPLE_TODAY, OUT_DIR: out, ASTRO_TELEMETRY_DISABLED: '1' },
    });
  }, 180_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const read = (address: string) => readFileSync(path.join(out, address.endsWith('/') ? `${address}index.html` : address), 'utf8');

  test('gives every page and file byte for byte as the renderer draws it', async () => {
    const renderer = await builtRenderer();
    const pages = [...renderer.buildPages(exampleSnapshot(), { today: EXAMPLE_TODAY })].filter(
      (page): page is Page => !isRedirect(page),
    );
    for (const page of pages) {
      const { body } = await renderer.draw({ ...page, props: page.props() });
      expect(read(page.path), page.path).toBe(body);
    }
    expect(pages.length).toBeGreaterThan(60);
  });

  test('has the elderly twin of a page, the redirects and a page for what is not there', () => {
    expect(read('/elder/gongkai/')).toBe(read('/gongkai/').replace(MODE_MARKER, ELDERLY_MARKER));
    expect(read('/_redirects')).toContain('/index.html / 301\n');
    expect(read('/404.html')).toBe(read('/404/'));
  });

  test('has a search index that knows its pages', () => {
    expect(JSON.parse(read('/search/index/search.json'))).toMatchObject({ shards: expect.arrayContaining([expect.anything()]) });
  });
});
