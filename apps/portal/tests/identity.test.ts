import { execFile } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';

import { ELDERLY_MARKER, isRedirect, listVariants, MODE_MARKER, PATHS, rebaseLinks, variantPath, type Page } from '@mingchuang/content';
import { EXAMPLE_TODAY, exampleSnapshot } from '@mingchuang/content/examples';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { encodePicture } from '@mingchuang/pictures';

import { builtRenderer } from './built-renderer.ts';
import { writeRealFiles, type WithFiles } from './real-files.ts';
import { writeExport } from './write-export.ts';

const portal = path.join(import.meta.dirname, '..');
// Inside the project, because the bundle finds its packages from where it lies.
const folder = path.join(portal, '.build-test');
const out = path.join(folder, 'site');

describe('the plain static build', () => {
  let content: WithFiles;
  const media = path.join(folder, 'media');
  const cache = path.join(folder, 'cache');
  beforeAll(async () => {
    mkdirSync(folder, { recursive: true });
    const snapshot = path.join(folder, 'export.ndjson');
    content = await writeRealFiles(exampleSnapshot(), media);
    writeExport(snapshot, content.sent);
    await promisify(execFile)(process.execPath, [path.join(portal, 'node_modules/astro/astro.js'), 'build'], {
      cwd: portal,
      env: { ...process.env, NODE_ENV: 'production', SNAPSHOT: snapshot, MEDIA: media, PICTURE_CACHE: cache, TODAY: EXAMPLE_TODAY, OUT_DIR: out, ASTRO_TELEMETRY_DISABLED: '1' },
    });
  }, 180_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const read = (address: string) => readFileSync(path.join(out, address.endsWith('/') ? `${address}index.html` : address), 'utf8');

  test('gives every page and file byte for byte as the renderer draws it', async () => {
    const renderer = await builtRenderer();
    const pages = [...renderer.buildPages(content.complete, { today: EXAMPLE_TODAY })].filter(
      (page): page is Page => !isRedirect(page),
    );
    for (const page of pages) {
      const { body } = await renderer.draw({ ...page, props: page.props() });
      expect(read(page.path), page.path).toBe(body);
    }
    expect(pages.length).toBeGreaterThan(60);
  });

  test('writes every picture in the variants its pages name, made by the one encoder, and keeps them for the next build', async () => {
    const { hash, id, widths } = content.complete.find('article', 'article-heating')!.data.cover!;
    const page = read('/zixun/yaowen/202611/n4h8k2w6/');
    const encoding = await encodePicture(path.join(media, id));
    if (encoding.kind !== 'encoded') throw new Error(encoding.kind);
    expect(listVariants(widths!)).toHaveLength(4);
    for (const variant of listVariants(widths!)) {
      const address = variantPath(hash!, variant);
      expect(page).toContain(`${address} ${variant.width}w`);
      const { bytes } = encoding.variants.find(({ width, format }) => width === variant.width && format === variant.format)!;
      for (const file of [path.join(out, address), path.join(cache, address.slice('/media/'.length))]) expect(readFileSync(file).equals(bytes), file).toBe(true);
    }
    expect(page.match(/<img[^>]*fetchpriority="high"/g)).toHaveLength(1);
    expect(page.match(/<img[^>]*loading="lazy"/g)!.length).toBeGreaterThan(0);
  });

  test('has the elderly twin of a page, the redirects and a page for what is not there', () => {
    expect(read('/elder/gongkai/')).toBe(read('/gongkai/').replace(MODE_MARKER, ELDERLY_MARKER));
    expect(read('/elder/hant/gongkai/')).toMatch(/^<!DOCTYPE html><html lang="zh-Hant" data-mode="elderly"/);
    expect(read('/hant/gongkai/')).toContain('信息公開');
    expect(read('/_redirects')).toContain('/index.html / 301\n');
    expect(read('/404.html')).toBe(rebaseLinks(read(PATHS.notFound), PATHS.notFound, { elderly: false, traditional: false }));
    expect(read('/404.html')).not.toMatch(/href="\.\.?\//);
  });

  test('has a search index that knows its pages', () => {
    expect(JSON.parse(read('/search/index/search.json'))).toMatchObject({ shards: expect.arrayContaining([expect.anything()]) });
  });
});
