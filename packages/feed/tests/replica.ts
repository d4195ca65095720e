import { CONTENT_SCHEMAS } from '@mingchuang/content/generated/index';
import type { Address, FeedLine } from '@mingchuang/content/feed';

/** What a reader of the feed holds after reading lines: the least a publisher does. */
export class Replica {
  readonly entries = new Map<string, Extract<FeedLine, { kind: 'entry' }>>();
  readonly addresses = new Map<string, Address>();
  epoch = '';
  sequence = 0;

  /** @throws {Error} When the answer is cut off or asks for a full export. */
  read(lines: readonly FeedLine[]): this {
    for (const line of lines) this.#apply(line);
    if (lines.at(-1)?.kind !== 'end') throw new Error('The answer was cut off');
    return this;
  }

  #apply(line: FeedLine): void {
    switch (line.kind) {
      case 'head':
        this.epoch = line.epoch;
        break;
      case 'reset':
        throw new Error('The full export is needed');
      case 'entry':
        this.entries.set(`${line.type}:${line.documentId}:${line.locale}`, line);
        break;
      case 'gone':
        this.entries.delete(`${line.type}:${line.documentId}:${line.locale}`);
        break;
      case 'address': {
        const { kind: _kind, ...address } = line;
        this.addresses.set(line.path, address);
        break;
      }
      case 'unaddress':
        this.addresses.delete(line.path);
        break;
      case 'end':
        this.sequence = line.sequence;
    }
  }

  /** Everything it holds, in one order. */
  content() {
    const sorted = <T>(map: ReadonlyMap<string, T>) =>
      [...map].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, value]) => value);
    return { entries: sorted(this.entries), addresses: sorted(this.addresses) };
  }

  find(type: string, documentId: string, locale = 'zh-Hans') {
    return this.entries.get(`${type}:${documentId}:${locale}`);
  }
}

/** Checks data against its type's schema: nothing missing, nothing more. Answers what is wrong. */
export function findMisfit({ type, data }: { type: string; data: Record<string, unknown> }): string | undefined {
  const result = CONTENT_SCHEMAS[type as keyof typeof CONTENT_SCHEMAS].safeParse(data);
  if (!result.success) return `${type}: ${result.error.message}`;
  const [sent, known] = [JSON.stringify(sortKeys(data)), JSON.stringify(sortKeys(result.data))];
  return sent === known ? undefined : `${type}: sent ${sent}, the schema knows ${known}`;
}

function sortKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortKeys);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, item]) => [key, sortKeys(item)]),
  );
}
