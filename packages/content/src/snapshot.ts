import { DEFAULT_LOCALE, entryKey, type FileRef, type Locale, type Ref } from './entry.ts';
import { addressKey, type Address } from './feed.ts';
import type { AnyEntry, EntryOf, TypeName } from './types.ts';

/**
 * Everything that is published, at one moment. The portal's pages are a pure function of it.
 *
 * Entries are immutable: an edit replaces the entry object, so identity can be used for caching.
 */
export interface Snapshot {
  readonly epoch: string;
  readonly sequence: number;
  /** Every entry of a type, in no particular order. */
  all<T extends TypeName>(type: T): readonly EntryOf<T>[];
  /** The entry with that identity, or `undefined` when it is not published in that locale. */
  find<T extends TypeName>(type: T, documentId: string, locale?: Locale): EntryOf<T> | undefined;
  /** Withdrawn and moved addresses. */
  addresses(): readonly Address[];
}

/** Looks up a reference; the type of the answer follows from the name given. */
export function follow<T extends TypeName>(
  snapshot: Snapshot,
  type: T,
  reference: Ref | undefined,
  locale: Locale = DEFAULT_LOCALE,
): EntryOf<T> | undefined {
  return reference && snapshot.find(type, reference.documentId, locale);
}

/** A snapshot held in memory: what the plain build and the tests use, and the base of the publisher's. */
export class MemorySnapshot implements Snapshot {
  epoch = '';
  sequence = 0;
  readonly #entries = new Map<string, AnyEntry>();
  readonly #byType = new Map<string, Map<string, AnyEntry>>();
  /** As they were last asked for, until one changes. */
  readonly #lists = new Map<string, readonly AnyEntry[]>();
  readonly #addresses = new Map<string, Address>();

  constructor(entries: Iterable<AnyEntry> = [], addresses: Iterable<Address> = []) {
    for (const entry of entries) this.put(entry);
    for (const address of addresses) this.putAddress(address);
  }

  put(entry: AnyEntry): void {
    const key = entryKey(entry);
    this.#entries.set(key, entry);
    let group = this.#byType.get(entry.type);
    if (!group) this.#byType.set(entry.type, (group = new Map()));
    group.set(key, entry);
    this.#lists.delete(entry.type);
  }

  remove(identity: { type: string; documentId: string; locale: string }): void {
    const key = entryKey(identity);
    this.#entries.delete(key);
    this.#byType.get(identity.type)?.delete(key);
    this.#lists.delete(identity.type);
  }

  putAddress(address: Address): void {
    this.#addresses.set(addressKey(address), address);
  }

  removeAddress(address: Pick<Address, 'path' | 'site'>): void {
    this.#addresses.delete(addressKey(address));
  }

  clear(): void {
    this.#entries.clear();
    this.#byType.clear();
    this.#lists.clear();
    this.#addresses.clear();
  }

  all<T extends TypeName>(type: T): readonly EntryOf<T>[] {
    let list = this.#lists.get(type);
    if (!list) this.#lists.set(type, (list = [...(this.#byType.get(type)?.values() ?? [])]));
    return list as readonly unknown[] as readonly EntryOf<T>[];
  }

  find<T extends TypeName>(type: T, documentId: string, locale: Locale = DEFAULT_LOCALE): EntryOf<T> | undefined {
    return this.#entries.get(entryKey({ type, documentId, locale })) as EntryOf<T> | undefined;
  }

  addresses(): readonly Address[] {
    return [...this.#addresses.values()];
  }
}

/** Every file an entry names, in attributes at any depth and in its body. */
export function filesOf(entry: AnyEntry): FileRef[] {
  const found: FileRef[] = [...(entry.bodyFiles ?? [])];
  const walk = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(walk);
    else if (value && typeof value === 'object') {
      if (isFileRef(value)) found.push(value);
      else Object.values(value).forEach(walk);
    }
  };
  walk(entry.data);
  return found;
}

function isFileRef(value: object): value is FileRef {
  return 'mime' in value && 'version' in value && 'id' in value;
}
