import { entryKey, filesOf, isPicture, type Address, type AnyEntry, type FeedLine } from '@mingchuang/content';
import { exampleAddresses, exampleEntries } from '@mingchuang/content/examples';

import type { EntryLine } from '../feed/prepare-entry.ts';
import type { ExampleCms } from './example-cms.ts';

/** Types whose documents lie in a column under an address of their own, dated. */
const DATED = new Set(['article', 'policy-document', 'interpretation', 'public-notice', 'consultation', 'survey', 'interview', 'faq', 'letter', 'project']);

/** What the CMS of the examples' city holds, and the edits made to it: each goes to the feed and to this memory of it. */
export class ExampleCity {
  readonly entries = new Map<string, EntryLine>();
  readonly addresses = new Map<string, Address>();
  /** Documents that were withdrawn and can come back. */
  readonly withdrawn: EntryLine[] = [];
  readonly media: Map<string, Buffer>;
  /** What a file can be replaced by. */
  readonly pictures: readonly Buffer[];
  now: Date;
  #edits = 0;
  readonly #cms: ExampleCms;

  /** @param pictures The first is what the city's pictures show in the beginning. */
  constructor(cms: ExampleCms, pictures: readonly Buffer[], now: Date) {
    this.#cms = cms;
    this.media = cms.media;
    this.pictures = pictures;
    this.now = now;
    for (const entry of exampleEntries) this.send(lineOf(entry));
    for (const address of exampleAddresses) this.send({ kind: 'address', ...address });
    for (const file of exampleEntries.flatMap(filesOf)) this.media.set(file.id, isPicture(file) ? pictures[0]! : Buffer.from(`file ${file.id}`));
  }

  /** Publishes lines on the feed. */
  send(...lines: FeedLine[]): void {
    for (const line of lines) {
      if (line.kind === 'entry') this.entries.set(entryKey(line), line);
      else if (line.kind === 'gone') this.entries.delete(entryKey(line));
      else if (line.kind === 'unaddress') this.addresses.delete(line.path);
      else if (line.kind === 'address') {
        const { kind: _kind, ...address } = line;
        this.addresses.set(address.path, address);
      }
    }
    this.#cms.change(...lines);
  }

  /** Publishes another version of an entry. */
  change(line: EntryLine, data: Record<string, unknown>, rest: Partial<EntryLine> = {}): void {
    this.send({ ...line, ...rest, data: { ...line.data, ...data }, version: `${line.documentId}-e${++this.#edits}` });
  }

  ofType(...types: string[]): EntryLine[] {
    return [...this.entries.values()].filter(({ type }) => types.includes(type));
  }

  /** Documents with a dated page of their own. */
  dated(): EntryLine[] {
    return [...this.entries.values()].filter(({ type, data }) => DATED.has(type) && typeof data.path === 'string');
  }

  get isUntouched(): boolean {
    return this.#edits === 0;
  }

  /** A number no edit had before. */
  next(): number {
    return ++this.#edits;
  }
}

/** An example as the CMS sends it: only the publisher knows the hashes of files. */
function lineOf(entry: AnyEntry): EntryLine {
  const line = structuredClone({ kind: 'entry', ...entry }) as unknown as EntryLine;
  for (const file of filesOf(line as unknown as AnyEntry)) delete file.hash;
  return line;
}
