import { closeSync, openSync, readSync, rmSync, writeSync } from 'node:fs';

import type { SearchDocument } from '@mingchuang/content';

import { sizeOf, type Sortable } from './plan-shards.ts';

/** A document that lies in a spool: what it is sorted by, and how much of a shard it fills. */
export interface Spooled extends Sortable {
  size: number;
  from: number;
  bytes: number;
}

/** Documents on their way into an index, on disk: all of them take several times the memory of a shard. */
export interface Spool {
  /** Of several documents with one address the last one counts. */
  put(document: SearchDocument): void;
  list(): Spooled[];
  read(spooled: Spooled): SearchDocument;
  /** Deletes it. */
  close(): void;
}

/** Bytes that are written at once. */
const AT_ONCE = 1 << 20;

/** Begins a spool in a file of its own; what was in it is gone. @throws {Error} When the disk is full. */
export function openSpool(file: string): Spool {
  const handle = openSync(file, 'w+');
  const spooled = new Map<string, Spooled>();
  let waiting: Buffer[] = [];
  let [end, written] = [0, 0];

  function flush(): void {
    const bytes = Buffer.concat(waiting);
    for (let at = 0; at < bytes.length; ) at += writeSync(handle, bytes, at, bytes.length - at, written + at);
    written = end;
    waiting = [];
  }

  return {
    put(document) {
      const bytes = Buffer.from(JSON.stringify(document));
      const { url, date, validity } = document;
      spooled.set(url, { url, ...(date && { date }), ...(validity && { validity }), size: sizeOf(document), from: end, bytes: bytes.length });
      waiting.push(bytes);
      end += bytes.length;
      if (end - written >= AT_ONCE) flush();
    },
    list() {
      flush();
      return [...spooled.values()];
    },
    read({ from, bytes }) {
      const buffer = Buffer.allocUnsafe(bytes);
      for (let at = 0; at < bytes; ) {
        const more = readSync(handle, buffer, at, bytes - at, from + at);
        if (!more) throw new Error(`${file} ends before byte ${from + bytes}`);
        at += more;
      }
      return JSON.parse(buffer.toString('utf8')) as SearchDocument;
    },
    close() {
      closeSync(handle);
      rmSync(file);
    },
  };
}
