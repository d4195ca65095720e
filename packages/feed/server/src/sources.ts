/** An entry of a source, as the feed gives it out; the feed adds the version. */
export interface SourceEntry {
  documentId: string;
  /** `zh-Hans` when left out. */
  locale?: string;
  /** What `EntryData` of @mingchuang/content says for the type. Leave out absent attributes; never null. */
  data: Record<string, unknown>;
}

/**
 * Something a plugin publishes that is not a content type, for example letters. Register it in the plugin's
 * `register` or `bootstrap` phase:
 *
 * ```ts
 * strapi.plugin('feed').service('feed').registerSource({ type: 'letter', all, one });
 * ```
 */
export interface Source {
  /** A name of `EntryData`, for example `letter`. */
  type: string;
  /** Every published entry. Read page by page: the export streams it. */
  all(): AsyncIterable<SourceEntry>;
  /** The published entry with that identity, or `undefined` when it is not public (any more). */
  one(documentId: string): Promise<SourceEntry | undefined>;
}

/**
 * A change of a source's entry. `record` writes it inside the transaction that is open when it is called
 * (`strapi.db.transaction(async () => { …; await feed.record(…); })`), so that both stay or go together.
 */
export interface SourceChange {
  /** `upsert`: published or changed. `gone`: no longer public. */
  kind: 'upsert' | 'gone';
  type: string;
  documentId: string;
  /** `zh-Hans` when left out. */
  locale?: string;
  /** Public address: claimed for this document on upsert (never given to another), answers 410 after gone. */
  path?: string;
  /** Named by the notice that stands at a withdrawn address. */
  title?: string;
  /** Public reason of a withdrawal; a default is used when left out. */
  reason?: string;
}

/** The sources registered so far, by type. */
export class Sources {
  readonly #byType = new Map<string, Source>();

  /** @throws {Error} When another source has the type already. */
  register(source: Source): void {
    if (this.#byType.has(source.type)) throw new Error(`A source of type ${source.type} is registered already`);
    this.#byType.set(source.type, source);
  }

  find(type: string): Source | undefined {
    return this.#byType.get(type);
  }

  all(): Source[] {
    return [...this.#byType.values()];
  }
}
