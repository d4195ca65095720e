/** Keeps what was read or made lately, up to a number of bytes; the longest unused goes first. */
export interface ByteCache {
  /** What is kept under a key, or what `make` makes; asked twice at once it is made once. */
  get(key: string, make: () => Promise<Buffer>): Promise<Buffer>;
  readonly bytes: number;
}

export function createByteCache(limit: number): ByteCache {
  const kept = new Map<string, Buffer>();
  const making = new Map<string, Promise<Buffer>>();
  let bytes = 0;

  const keep = (key: string, value: Buffer) => {
    if (value.length > limit / 4) return;
    kept.set(key, value);
    bytes += value.length;
    for (const [oldest, { length }] of kept) {
      if (bytes <= limit) break;
      kept.delete(oldest);
      bytes -= length;
    }
  };

  return {
    get bytes() {
      return bytes;
    },
    async get(key, make) {
      const found = kept.get(key);
      if (found) {
        kept.delete(key);
        kept.set(key, found);
        return found;
      }
      let promise = making.get(key);
      if (!promise) {
        promise = make()
          .then((value) => (keep(key, value), value))
          .finally(() => making.delete(key));
        making.set(key, promise);
      }
      return promise;
    },
  };
}
