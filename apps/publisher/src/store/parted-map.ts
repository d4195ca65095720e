/** Enough that an edit, which touches a hundred entries of a hundred thousand, copies few. */
const PARTS = 1024;

/** A map that never changes. Another one is made of it by what differs, and shares the parts that stay. */
export class PartedMap<Value> implements ReadonlyMap<string, Value> {
  readonly size: number;
  readonly #parts: readonly (ReadonlyMap<string, Value> | undefined)[];

  private constructor(parts: readonly (ReadonlyMap<string, Value> | undefined)[], size: number) {
    this.#parts = parts;
    this.size = size;
  }

  static empty<Value>(): PartedMap<Value> {
    return new PartedMap<Value>(Array.from({ length: PARTS }), 0);
  }

  /** This map with other values for some keys, and without others. */
  with(changed: Iterable<readonly [string, Value]>, removed: Iterable<string> = []): PartedMap<Value> {
    const parts = [...this.#parts];
    const own = new Map<number, Map<string, Value>>();
    const partOf = (key: string): Map<string, Value> => {
      const place = placeOf(key);
      let part = own.get(place);
      if (!part) {
        part = new Map(parts[place]);
        parts[place] = part;
        own.set(place, part);
      }
      return part;
    };
    let { size } = this;
    for (const key of removed) if (partOf(key).delete(key)) size -= 1;
    for (const [key, value] of changed) {
      const part = partOf(key);
      if (!part.has(key)) size += 1;
      part.set(key, value);
    }
    return new PartedMap(parts, size);
  }

  get(key: string): Value | undefined {
    return this.#parts[placeOf(key)]?.get(key);
  }

  has(key: string): boolean {
    return this.#parts[placeOf(key)]?.has(key) ?? false;
  }

  forEach(tell: (value: Value, key: string, map: ReadonlyMap<string, Value>) => void): void {
    for (const [key, value] of this) tell(value, key, this);
  }

  *entries(): MapIterator<[string, Value]> {
    for (const part of this.#parts) if (part) yield* part;
  }

  *keys(): MapIterator<string> {
    for (const part of this.#parts) if (part) yield* part.keys();
  }

  *values(): MapIterator<Value> {
    for (const part of this.#parts) if (part) yield* part.values();
  }

  [Symbol.iterator](): MapIterator<[string, Value]> {
    return this.entries();
  }
}

/** By the end of a key: there addresses differ. */
function placeOf(key: string): number {
  let place = key.length;
  for (let at = Math.max(0, key.length - 14); at < key.length; at++) place = Math.imul(place ^ key.charCodeAt(at), 0x0100_0193);
  return (place ^ (place >>> 15)) & (PARTS - 1);
}
