import { entryKey, filesOf, isPicture, MemorySnapshot, type AnyEntry, type FileRef, type TypeName } from '@mingchuang/content';

import type { ObjectStore } from '../store/objects.ts';
import type { PictureStore } from '../store/pictures.ts';
import type { SnapshotStore } from '../store/snapshot-store.ts';
import { prepareEntry, type EntryLine, type PreparedEntry } from './prepare-entry.ts';
import { createShownFiles } from './shown-files.ts';

/** The snapshot in memory, always equal to what its store holds, and the files its entries have to do without. */
export interface LiveSnapshot {
  readonly snapshot: MemorySnapshot;
  /** Grows whenever what was pulled may change a page. */
  revision: number;
  /** Files that were not fetched, by the key of the entry that names them. */
  readonly missing: ReadonlyMap<string, readonly FileRef[]>;
  /** Objects of pictures whose variants have not been made yet. */
  readonly waiting: Set<string>;
  /** Turns a line of the feed into an entry with what is known of its files. */
  prepare(line: EntryLine): PreparedEntry;
  /** The same for a draft, whose files were never fetched: the CMS tells their hashes. */
  prepareDraft(line: EntryLine): PreparedEntry;
  put(prepared: PreparedEntry): void;
  remove(identity: { type: string; documentId: string; locale: string }): void;
  /** Prepares stored entries again, after files of theirs arrived or got lost. */
  refresh(keys: Iterable<string>): void;
  /**
   * Every file that the published entries show, by its public address below /media/.
   * @param today Leaves out the files of notices that are over on this day.
   * @param isShown Leaves out the files of entries for which it says no.
   */
  files(today?: string, isShown?: (entry: AnyEntry) => boolean): Map<string, FileRef>;
  /** Keys of the entries that show one of these files. */
  keysShowing(hashes: ReadonlySet<string>): string[];
}

/**
 * Brings a stored snapshot into memory.
 *
 * A stored entry that no longer meets its schema (the publisher was upgraded) stays: should its page fail to be drawn,
 * the last good one is served. Leaving it out would take the page off the site.
 */
export function openLiveSnapshot(store: SnapshotStore, objects: Pick<ObjectStore, 'has'>, pictures: Pick<PictureStore, 'find'>): LiveSnapshot {
  const snapshot = new MemorySnapshot();
  const showing = createShownFiles();
  const missing = new Map<string, readonly FileRef[]>();
  const waiting = new Set<string>();
  const describeFile = (hash: string | undefined) => {
    if (hash === undefined) return undefined;
    const { widths = [] } = pictures.find(hash) ?? {};
    return widths.length > 0 ? { hash, widths } : { hash };
  };
  const prepare = (line: EntryLine) => prepareEntry(line, (file) => describeFile(store.hashOf(file)));

  const put = ({ entry, missing: files }: PreparedEntry) => {
    const key = entryKey(entry);
    const known = snapshot.find(entry.type as TypeName, entry.documentId, entry.locale);
    // Pages cache by the identity of an entry: an equal one keeps it.
    if (known?.version !== entry.version) {
      snapshot.put(entry);
      showing.put(key, entry, filesOf(entry));
    }
    for (const file of showing.filesOf(key)) if (file.hash && isPicture(file) && !pictures.find(file.hash)) waiting.add(file.hash);
    if (files.length > 0) missing.set(key, files);
    else missing.delete(key);
  };

  // A power failure can lose a file that was fetched but not yet released.
  store.forgetFiles([...store.fileHashes()].filter((hash) => !objects.has(hash)));
  for (const line of store.entries()) put(prepare(line));
  for (const value of store.addresses()) snapshot.putAddress(value);
  Object.assign(snapshot, store.cursor());

  const live: LiveSnapshot = {
    snapshot,
    revision: 0,
    missing,
    waiting,
    prepare,
    prepareDraft: (line) => prepareEntry(line, (file) => describeFile(store.hashOf(file) ?? file.hash)),
    put,
    remove(identity) {
      snapshot.remove(identity);
      showing.remove(entryKey(identity));
      missing.delete(entryKey(identity));
    },
    refresh(keys) {
      for (const key of keys) {
        const line = store.entry(key);
        if (line) put(prepare(line));
      }
      live.revision++;
    },
    files: (today, isShown) => showing.files(today, isShown),
    keysShowing: (hashes) => showing.keysShowing(hashes),
  };
  return live;
}
