import { canBeOver, isOver, type AnyEntry, type FileRef } from '@mingchuang/content';

/** Which published entries show which files. */
export interface ShownFiles {
  put(key: string, entry: AnyEntry, files: readonly FileRef[]): void;
  remove(key: string): void;
  /** The files of one entry. */
  filesOf(key: string): readonly FileRef[];
  /** See `LiveSnapshot.files`. */
  files(today?: string, isShown?: (entry: AnyEntry) => boolean): Map<string, FileRef>;
  /** Keys of the entries that show one of these files. */
  keysShowing(hashes: ReadonlySet<string>): string[];
}

interface Showing {
  entry: AnyEntry;
  files: readonly FileRef[];
}

const nameOf = ({ hash, name }: FileRef) => `${hash}/${name}`;

/** Counts how often each file is shown, so that nobody goes through all entries for one edit. */
export function createShownFiles(): ShownFiles {
  const showing = new Map<string, Showing>();
  /** Those of them that end by themselves. */
  const ending = new Map<string, Showing>();
  const counts = new Map<string, { file: FileRef; times: number }>();

  const remove = (key: string) => {
    for (const file of showing.get(key)?.files ?? []) {
      const counted = counts.get(nameOf(file))!;
      if (--counted.times === 0) counts.delete(nameOf(file));
    }
    showing.delete(key);
    ending.delete(key);
  };

  return {
    remove,
    put(key, entry, files) {
      remove(key);
      if (files.length === 0) return;
      showing.set(key, { entry, files });
      if (canBeOver(entry)) ending.set(key, { entry, files });
      for (const file of files) {
        const counted = counts.get(nameOf(file));
        if (counted) counted.times++;
        else counts.set(nameOf(file), { file, times: 1 });
      }
    },
    filesOf: (key) => showing.get(key)?.files ?? [],
    files(today, isShown) {
      if (isShown) return namesOf([...showing.values()].filter(({ entry }) => isShown(entry) && !(today !== undefined && isOver(entry, today))));
      const over = today === undefined ? [] : [...ending.values()].filter(({ entry }) => isOver(entry, today));
      const less = new Map<string, number>();
      for (const { files } of over) for (const file of files) less.set(nameOf(file), (less.get(nameOf(file)) ?? 0) + 1);
      return new Map([...counts].flatMap(([name, { file, times }]) => (times > (less.get(name) ?? 0) ? [[name, file] as const] : [])));
    },
    keysShowing: (hashes) => [...showing].filter(([, { files }]) => files.some(({ hash }) => hash && hashes.has(hash))).map(([key]) => key),
  };
}

const namesOf = (showing: readonly Showing[]) => new Map(showing.flatMap(({ files }) => files.map((file) => [nameOf(file), file] as const)));
