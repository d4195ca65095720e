import { entryKey, type FeedLine } from '@mingchuang/content';

import { PublishError } from '../errors.ts';
import type { Feed } from '../feed/connect-feed.ts';
import type { FileFetcher } from '../feed/fetch-files.ts';
import type { LiveSnapshot } from '../feed/live-snapshot.ts';
import { filesOfLine } from '../feed/prepare-entry.ts';
import type { Report } from '../store/ledger.ts';
import type { Cursor, SnapshotStore, SnapshotWriter } from '../store/snapshot-store.ts';

export interface PullParts {
  feed: Feed;
  store: SnapshotStore;
  live: LiveSnapshot;
  files: FileFetcher;
  /** Called between the parts of the step; the tests end the process there. */
  reach: (point: string) => void;
}

/** An answer of the feed that was read to its end. */
interface Answer {
  epoch: string;
  full: boolean;
  lines: FeedLine[];
  sequence: number;
  mark?: string | undefined;
  more: boolean;
}

/**
 * Brings the snapshot up to the feed: what changed after the cursor, or everything when there is no cursor or the feed
 * has begun a new epoch.
 *
 * @returns whether the snapshot has moved on.
 * @throws {PublishError} When the CMS cannot be read. An answer that was cut off has then changed nothing.
 */
export async function pullChanges(parts: PullParts): Promise<boolean> {
  let cursor = parts.store.cursor();
  let moved = false;
  for (let more = true; more; ) {
    const wholly = cursor === undefined;
    const answer = await readAnswer(cursor ? parts.feed.changes(cursor) : parts.feed.export());
    if (answer === 'reset' || (cursor && answer.epoch !== cursor.epoch && !answer.full)) {
      if (wholly) throw new PublishError('pull', '内容管理系统对完整导出答复了“重新开始”');
      cursor = undefined;
      continue;
    }
    expectSense(answer, cursor, parts.live);
    parts.reach('pull:read');
    await parts.files.fetch(answer.lines.flatMap((line) => (line.kind === 'entry' ? filesOfLine(line) : [])));
    parts.reach('pull:fetched');
    const isNew = answer.full || answer.lines.length > 0 || answer.sequence !== cursor?.sequence;
    applyAnswer(answer, parts);
    if (isNew) parts.live.revision++;
    moved ||= isNew;
    parts.reach('pull:applied');
    cursor = cursorOf(answer);
    more = answer.more;
  }
  return moved;
}

/** Asks again for files that were missing. @returns how many entries got theirs. */
export async function fetchMissingFiles({ live, files }: Pick<PullParts, 'live' | 'files'>): Promise<number> {
  if (live.missing.size === 0) return 0;
  const keys = [...live.missing.keys()];
  const arrived = await files.fetch([...live.missing.values()].flat());
  if (arrived > 0) live.refresh(keys);
  return arrived;
}

/** What editors should know of the content as it was pulled: entries that were refused and files that are missing. */
export function reportPulled({ store, live, files }: Pick<PullParts, 'store' | 'live' | 'files'>): Report[] {
  const refused = store.blocked();
  const incomplete = [...live.missing].map(([key, missing]) => {
    const [type, documentId, locale] = key.split(':');
    const names = missing.map(({ name }) => `“${name}”`).join('、');
    const why = missing.map((file) => files.reasonOf(file)).find((reason) => reason !== undefined);
    return { type, documentId, locale, reason: `文件${names}没有取到，页面上暂时没有它，会自动重试${why ? `：${why}` : ''}。` };
  });
  return [...refused, ...incomplete];
}

/** @throws {PublishError} When an answer is well formed and still cannot be what the CMS has to say. */
function expectSense({ full, lines, sequence, more }: Answer, cursor: Cursor | undefined, { snapshot }: LiveSnapshot): void {
  if (!cursor && !full) throw new PublishError('pull', '内容管理系统对完整导出只答复了一部分，已丢弃，稍后重读');
  if (more && cursor && sequence <= cursor.sequence) throw new PublishError('pull', `内容管理系统说还有更新的内容，却没有往前：一直是 ${sequence}`);
  const isEmptied = full && snapshot.all('site').length > 0 && !lines.some((line) => line.kind === 'entry' && line.type === 'site');
  if (isEmptied) throw new PublishError('pull', '内容管理系统的完整导出里没有站点，线上不受影响。请检查数据库是不是没有恢复完');
}

async function readAnswer(lines: AsyncIterable<FeedLine>): Promise<Answer | 'reset'> {
  let head: { epoch: string; full: boolean } | undefined;
  let end: { sequence: number; mark?: string | undefined; more: boolean } | undefined;
  const body: FeedLine[] = [];
  for await (const line of lines) {
    if (line.kind === 'reset') return 'reset';
    if (end || (line.kind === 'head') === (head !== undefined)) throw new PublishError('pull', '内容管理系统的答复顺序不对，已丢弃，稍后重读');
    if (line.kind === 'head') head = line;
    else if (line.kind === 'end') end = line;
    else body.push(line);
  }
  if (!head || !end) throw new PublishError('pull', '内容管理系统的答复没有读完就断了，已丢弃，稍后重读');
  return { epoch: head.epoch, full: head.full, lines: body, sequence: end.sequence, mark: end.mark, more: end.more };
}

const cursorOf = ({ epoch, sequence, mark }: Answer): Cursor => ({ epoch, sequence, ...(mark !== undefined && { mark }) });


/** Writes an answer to the disk in one transaction and then, in the same order, to memory. */
function applyAnswer(answer: Answer, { store, live }: PullParts): void {
  const { snapshot } = live;
  const inMemory: (() => void)[] = [];

  store.write((writer) => {
    if (answer.full) {
      const stale = store.keys();
      for (const line of answer.lines) if (line.kind === 'entry') stale.delete(entryKey(line));
      for (const identity of [...stale].map(identityOf)) {
        writer.removeEntry(identity);
        inMemory.push(() => live.remove(identity));
      }
      for (const entry of store.blocked()) writer.unblock(entry);
      writer.clearAddresses();
      inMemory.push(() => snapshot.addresses().forEach((value) => snapshot.removeAddress(value)));
    }
    for (const line of answer.lines) inMemory.push(applyLine(line, writer, live));
    writer.setCursor(cursorOf(answer));
  });

  inMemory.forEach((apply) => apply());
  Object.assign(snapshot, { epoch: answer.epoch, sequence: answer.sequence });
}

/** Writes one line to the disk. @returns what is to be done in memory once the whole answer is written. */
function applyLine(line: FeedLine, writer: SnapshotWriter, live: LiveSnapshot): () => void {
  switch (line.kind) {
    case 'entry': {
      const prepared = live.prepare(line);
      if (prepared.kind === 'bad') {
        writer.block({ type: line.type, documentId: line.documentId, locale: line.locale, reason: prepared.reason });
        return () => undefined;
      }
      writer.putEntry(line);
      writer.unblock(line);
      return () => live.put(prepared);
    }
    case 'gone':
      writer.removeEntry(line);
      writer.unblock(line);
      return () => live.remove(line);
    case 'address': {
      const { kind: _kind, ...value } = line;
      writer.putAddress(value);
      return () => live.snapshot.putAddress(value);
    }
    case 'unaddress':
      writer.removeAddress(line);
      return () => live.snapshot.removeAddress(line);
    default:
      return () => undefined;
  }
}

function identityOf(key: string): { type: string; documentId: string; locale: string } {
  const [type = '', documentId = '', locale = ''] = key.split(':');
  return { type, documentId, locale };
}
