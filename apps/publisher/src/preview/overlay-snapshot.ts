import { entryKey, type Address, type AnyEntry, type EntryOf, type Locale, type Snapshot, type TypeName } from '@mingchuang/content';

/**
 * A snapshot with some entries laid over it. The one below stays as it is, and so do its entries: what pages remember
 * of them holds for both.
 *
 * @param free A path that is taken by what is laid over: what the snapshot says of it as an old address does not count.
 */
export function layOver(base: Snapshot, entries: readonly AnyEntry[], free?: string): Snapshot {
  const over = new Map(entries.map((entry) => [entryKey(entry), entry]));
  return {
    epoch: base.epoch,
    sequence: base.sequence,
    all<T extends TypeName>(type: T): readonly EntryOf<T>[] {
      const own = entries.filter((entry) => entry.type === type);
      if (own.length === 0) return base.all(type);
      const replaced = new Set<string>();
      const kept = base.all(type).map((entry) => {
        const key = entryKey(entry);
        const other = over.get(key);
        if (other) replaced.add(key);
        return (other ?? entry) as EntryOf<T>;
      });
      return [...kept, ...(own.filter((entry) => !replaced.has(entryKey(entry))) as unknown as EntryOf<T>[])];
    },
    find<T extends TypeName>(type: T, documentId: string, locale?: Locale): EntryOf<T> | undefined {
      const found = base.find(type, documentId, locale);
      const key = found ? entryKey(found) : entryKey({ type, documentId, locale: locale ?? 'zh-Hans' });
      return (over.get(key) as EntryOf<T> | undefined) ?? found;
    },
    addresses: (): readonly Address[] => base.addresses().filter(({ path }) => path !== free),
  };
}
