import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';

import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { makeFolder } from '../testing/example-publisher.ts';
import { openLedger, type Ledger } from './ledger.ts';
import { typeOfUpload } from './media-type.ts';
import { openObjectStore } from './objects.ts';
import { createPress, upgradeOne } from './press.ts';

let folder: ReturnType<typeof makeFolder>;
let ledger: Ledger;
beforeEach(() => {
  folder = makeFolder();
  ledger = openLedger(join(folder.path, 'ledger.db'));
});
afterEach(() => {
  ledger.close();
  folder.remove();
});
const open = () => openObjectStore(join(folder.path, 'objects'));
async function* chunks(...texts: string[]) {
  for (const text of texts) yield Buffer.from(text);
}

describe('openObjectStore', () => {
  test('stores the same bytes once, whichever way they come', async () => {
    const objects = open();
    const first = objects.put(Buffer.from('hello'));
    expect(first).toEqual({ hash: '2cf24dba5fb0a30e26e83b2ac5b9e29e', bytes: 5, fresh: true });
    expect(await objects.putStream(chunks('he', 'llo'))).toEqual({ ...first, fresh: false });
    expect(readFileSync(join(folder.path, 'objects', '2c', 'f24dba5fb0a30e26e83b2ac5b9e29e'), 'utf8')).toBe('hello');
  });

  test('writes over an object that a power failure cut short', () => {
    const objects = open();
    const { hash } = objects.put(Buffer.from('hello'));
    writeFileSync(objects.fileOf(hash), '');
    expect(objects.put(Buffer.from('hello')).fresh).toBe(true);
    expect(objects.read(hash).toString()).toBe('hello');
  });

  test('keeps nothing of a stream that breaks or is empty', async () => {
    const objects = open();
    const broken = async function* () {
      yield Buffer.from('half');
      throw new Error('reset');
    };
    await expect(objects.putStream(broken())).rejects.toThrow('reset');
    await expect(objects.putStream(chunks())).rejects.toThrow('文件是空的');
    expect(readdirSync(join(folder.path, 'objects', 'tmp'))).toEqual([]);
  });

  test('clears what a killed run left half-written', () => {
    open();
    writeFileSync(join(folder.path, 'objects', 'tmp', 'left'), 'x');
    open();
    expect(readdirSync(join(folder.path, 'objects', 'tmp'))).toEqual([]);
  });
});

describe('createPress', () => {
  const page = (i: number) => Buffer.from(Array.from({ length: 400 }, (_, line) => `<p class="l${(line * 7) % 13}">第 ${i} 页第 ${(line * line * (i + 3)) % 9973} 行</p>`).join(''));

  test('compresses a small run at its best at once', async () => {
    const objects = open();
    const press = createPress({ objects, ledger, compress: true });
    const { hash } = press.store(page(1), 'text/html; charset=utf-8');
    await press.finish();
    expect(brotliDecompressSync(objects.readSibling(hash, '.br')!)).toEqual(page(1));
    expect(gunzipSync(objects.readSibling(hash, '.gz')!)).toEqual(page(1));
    expect(ledger.upgrades(9)).toEqual([]);
  });

  test('compresses a large run quickly, and upgrades it object by object', async () => {
    const objects = open();
    const press = createPress({ objects, ledger, compress: true });
    const hashes = Array.from({ length: 60 }, (_, i) => press.store(page(i), 'text/html').hash);
    await press.finish();
    const waiting = ledger.upgrades(100);
    expect(waiting.length).toBeGreaterThan(10);
    const before = objects.readSibling(waiting[0]!, '.br')!.length;
    while (await upgradeOne(objects, ledger, expect.fail));
    expect(ledger.upgrades(1)).toEqual([]);
    expect(objects.readSibling(waiting[0]!, '.br')!.length).toBeLessThan(before);
    for (const [i, hash] of hashes.entries()) expect(brotliDecompressSync(objects.readSibling(hash, '.br')!)).toEqual(page(i));
  });

  test('leaves pictures as they are', async () => {
    const objects = open();
    const press = createPress({ objects, ledger, compress: true });
    const { hash } = press.store(page(1), 'image/png');
    await press.finish();
    expect(objects.hasSibling(hash, '.br')).toBe(false);
  });
});

test.each([
  ['image/png', 'image/png'],
  ['image/svg+xml', 'image/svg+xml'],
  ['text/plain', 'text/plain; charset=utf-8'],
  ['application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  ['text/html', 'application/octet-stream'],
  ['application/xhtml+xml', 'application/octet-stream'],
  ['text/javascript', 'application/octet-stream'],
  ['text/css', 'application/octet-stream'],
  ['nonsense', 'application/octet-stream'],
])('typeOfUpload serves %s as %s', (mime, type) => {
  expect(typeOfUpload(mime)).toBe(type);
});
