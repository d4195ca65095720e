import { appendFileSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import type { Lease, Route } from '@mingchuang/content';

import { releaseRoutes } from '../steps/release.ts';
import { makeFolder } from '../testing/example-publisher.ts';
import { openObjectStore } from './objects.ts';
import { loadReleaseKey } from './release-key.ts';
import { openReleaseStore, type Release } from './releases.ts';
import { RouteChanges } from './route-changes.ts';

let folder: ReturnType<typeof makeFolder>;
let now: Date;
/** The CMS's answer to whoever asks for the lease. */
let answer: Lease;
const lease = { hold: async () => answer, leave: async () => undefined };

const file = (name: string) => join(folder.path, 'releases', name);
const openStore = (keyName = 'key.pem') => openReleaseStore(join(folder.path, 'releases'), loadReleaseKey(join(folder.path, keyName)));
const page = (hash: string): Route => ({ hash, type: 'text/html', bytes: 1, status: 200, digest: hash });
function changesTo(routes: ReadonlyMap<string, Route>, current: Release | undefined): RouteChanges {
  const changes = new RouteChanges(current?.routes);
  for (const path of changes.before.keys()) if (!routes.has(path)) changes.delete(path);
  for (const [path, route] of routes) changes.set(path, route);
  return changes;
}
const release = (current: Release | undefined, routes: [string, Route][]) =>
  releaseRoutes(
    { releases: openStore(), objects: openObjectStore(join(folder.path, 'objects')), lease, now: () => now, reach: () => undefined },
    current,
    { epoch: 'e', sequence: 1, rendererVersion: 'v1', changes: changesTo(new Map(routes), current) },
  );

beforeEach(() => {
  folder = makeFolder();
  now = new Date('2026-11-09T02:00:00.000Z');
  answer = { kind: 'granted', fence: 2, seconds: 30 };
});
afterEach(() => folder.remove());

describe('releaseRoutes', () => {
  test('writes the difference to the parent, and reads it back as all routes', async () => {
    const first = (await release(undefined, [['/', page('1')], ['/a/', page('2')], ['/b/', page('3')]]))!;
    const second = (await release(first, [['/', page('4')], ['/a/', page('2')]]))!;
    const written = JSON.parse(readFileSync(file(`${second.id}.json`), 'utf8'));
    expect(written).toMatchObject({ format: 1, parent: first.id, whole: false, routes: { '/': page('4') }, removed: ['/b/'], fence: 2 });
    expect(openStore().load(second.id)).toEqual(second);
    expect(openStore().currentId()).toBe(second.id);
  });

  test('writes a whole manifest every fifty', async () => {
    let current: Release | undefined;
    for (let i = 0; i < 52; i++) current = await release(current, [['/', page(`${i}`)], ['/a/', page('a')]]);
    const whole = openStore().list().filter((id) => JSON.parse(readFileSync(file(`${id}.json`), 'utf8')).whole);
    expect(openStore().list().map((id) => whole.includes(id)).lastIndexOf(true)).toBe(50);
    expect(openStore().load(current!.id)).toEqual(current);
  });

  test('answers undefined when nothing would differ', async () => {
    const first = await release(undefined, [['/', page('1')]]);
    expect(await release(first, [['/', { ...page('1') }]])).toBeUndefined();
    expect(openStore().list()).toHaveLength(1);
  });

  test('names releases so that they sort by time even when the clock was set back', async () => {
    const first = (await release(undefined, [['/', page('1')]]))!;
    expect(first.id).toMatch(/^20261109T020000000Z-[0-9a-f]{8}$/);
    now = new Date('2026-11-08T02:00:00.000Z');
    const second = (await release(first, [['/', page('2')]]))!;
    expect(openStore().list()).toEqual([first.id, second.id]);
  });
});

test('releaseRoutes makes nothing of it when the lease has passed to another', async () => {
  const first = await release(undefined, [['/', page('1')]]);
  answer = { kind: 'held', by: 'the other', seconds: 30 };
  await expect(release(first, [['/', page('2')]])).rejects.toThrow('发布权已经转给另一个发布程序（the other），这次的结果没有上线');
  expect(openStore().list()).toEqual([first!.id]);
  expect(openStore().currentId()).toBe(first!.id);
});

describe('openReleaseStore', () => {
  test('refuses a manifest whose bytes were touched', async () => {
    const first = (await release(undefined, [['/', page('1')]]))!;
    const second = (await release(first, [['/', page('2')]]))!;
    appendFileSync(file(`${first.id}.json`), ' ');
    expect(() => openStore().load(first.id)).toThrow(`发布版本 ${first.id} 的签名不对`);
    expect(() => openStore().load(second.id), 'its child cannot be read either').toThrow('的签名不对');
  });

  test('refuses a manifest signed with another key', async () => {
    const { id } = (await release(undefined, [['/', page('1')]]))!;
    expect(() => openStore('other.pem').load(id)).toThrow('的签名不对');
  });

  test('refuses names that leave the folder', () => {
    expect(() => openStore().load('../../etc/passwd')).toThrow('不是发布版本的编号');
  });

  test('forgets a manifest that was never signed and files half-written', async () => {
    const { id } = (await release(undefined, [['/', page('1')]]))!;
    rmSync(file(`${id}.sig`));
    writeFileSync(file('.current.tmp'), '2026');
    openStore();
    expect([existsSync(file(`${id}.json`)), existsSync(file('.current.tmp'))]).toEqual([false, false]);
  });
});

test('loadReleaseKey makes a key for its owner only, and the public half beside it', () => {
  const key = loadReleaseKey(join(folder.path, 'release-key.pem'));
  expect(readFileSync(join(folder.path, 'release-key.pub.pem'), 'utf8')).toContain('PUBLIC KEY');
  expect(loadReleaseKey(join(folder.path, 'release-key.pem')).verify(Buffer.from('a'), key.sign(Buffer.from('a')))).toBe(true);
});
