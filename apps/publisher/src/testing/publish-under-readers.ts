import { setTimeout as wait } from 'node:timers/promises';
import { join } from 'node:path';

import type { Drawable, Renderer } from '@mingchuang/content';
import { expect } from 'vitest';

import { startExampleCms } from './example-cms.ts';
import { makeFolder, openExamplePublisher } from './example-publisher.ts';
import { startGatewayProcess } from './gateway-process.ts';
import { readOn } from './read-on.ts';
import { createSmallRenderer } from './small-renderer.ts';
import { article, gone } from './small-site.ts';

const PAGE = '/news/202611/a/';
/** Now a page, now withdrawn. */
const OTHER = '/news/202611/b/';
const BASES = ['/', PAGE, OTHER];
const ADDRESSES = BASES.flatMap((path) => ['', '/elder', '/hant', '/elder/hant'].map((mode) => mode + path));
/** A template lives for so many publications. */
const TEMPLATE = 10;

/** The small renderer whose pages name their style sheet. */
function styledRenderer(folder: string, version: number): Renderer {
  const name = `v${version}`;
  const renderer = createSmallRenderer(folder, name);
  const draw = async (page: Drawable) => {
    const drawn = await renderer.draw(page);
    return { ...drawn, body: drawn.body.replace('</head>', `<link rel="stylesheet" href="/_astro/style.${name}.css"></head>`) };
  };
  return { ...renderer, draw };
}

/**
 * Publishes again and again while readers ask the real gateway for everything, in every mode and encoding. No reader meets
 * an error, a page made of two releases or without its style sheet, or an older release than before.
 *
 * @returns how many answers were read.
 */
export async function publishUnderReaders(publications: number, readers: number): Promise<number> {
  const cms = await startExampleCms();
  const [folder, assets] = [makeFolder(), makeFolder()];
  const hashes = new Map<string, number>();
  let example = openExamplePublisher({ dataDir: folder.path, cms, renderer: styledRenderer(assets.path, 0) });
  const publish = async (version: number) => {
    if (version % TEMPLATE === 0) {
      await example.close();
      example = openExamplePublisher({ dataDir: folder.path, cms, renderer: styledRenderer(assets.path, version / TEMPLATE) });
    }
    cms.change(article('a', { title: `第 ${version} 版`, body: `<p>第 ${version} 版${'正文。'.repeat(300)}</p>` }));
    if (version % 2 === 0) cms.change({ kind: 'unaddress', path: OTHER }, article('b', { title: `第 ${version} 版` }));
    else cms.change(gone(article('b')), { kind: 'address', path: OTHER, state: 'withdrawn', reason: `第 ${version} 版`, at: '2026-11-09T00:00:00Z' });
    await example.publish();
    for (const path of BASES) {
      const route = example.workshop.current!.routes.get(path);
      if (route && 'hash' in route) hashes.set(path + route.hash, version);
    }
  };
  await publish(1);
  const gateway = await startGatewayProcess(folder.path, join(folder.path, 'secrets', 'release-key.pub.pem'));
  try {
    let done = false;
    const reading = Array.from({ length: readers }, (_, at) => readOn(gateway.port, [...ADDRESSES.slice(at), ...ADDRESSES.slice(0, at)], () => done));
    for (let version = 2; version <= publications; version++) {
      await publish(version);
      await wait(5);
    }
    await wait(1500);
    done = true;

    let answers = 0;
    for (const readings of await Promise.all(reading)) {
      let last = 0;
      for (const { path, status, etag, hash, version, style } of readings) {
        answers++;
        expect(path.endsWith(OTHER) ? [200, 410] : [200], path).toContain(status);
        if (path.includes('/_astro/')) continue;
        expect(style, `${path} of release ${version}`).toBe(`/_astro/style.v${Math.floor(version! / TEMPLATE)}.css`);
        expect(version, `${path} after release ${last}`).toBeGreaterThanOrEqual(last);
        last = version!;
        if (!BASES.includes(path)) continue;
        expect([etag, hashes.get(path + hash)], path).toEqual([hash, version]);
      }
      expect(last, 'the newest release is served').toBe(publications);
    }
    expect(gateway.lines.filter((line) => /"level":(50|60)/.test(line) && !line.includes('renderer cannot be loaded'))).toEqual([]);
    return answers;
  } finally {
    await gateway.stop();
    await example.close();
    await cms.close();
    folder.remove();
    assets.remove();
  }
}
