import { type Head, sealedText } from './head.ts';
import type { AuditKeys } from './keys.ts';
import { type AuditRow, hashOf, NOTHING_BEFORE } from './row.ts';
import type { Sighting } from './witness.ts';

/** The chain as it lies there: what was archived, then what the table holds, each in order of sequence. */
export interface Chain {
  head: Head;
  archived: AsyncIterable<AuditRow> | undefined;
  rows: AsyncIterable<AuditRow>;
  sightings: readonly Sighting[];
}

/** What was found. `findings` is in Chinese and empty when the chain is whole. */
export interface Verdict {
  findings: string[];
  rows: number;
  archivedRows: number;
}

/** More are not told one by one. */
const MOST_FINDINGS = 100;

/**
 * Walks the whole chain and says which rows were altered, removed, inserted or put in another order, whether its end
 * was cut off, and whether an old copy stands in place of the present one.
 */
export async function verifyChain({ head, archived, rows, sightings }: Chain, keys: AuditKeys): Promise<Verdict> {
  const findings: string[] = [];
  const say = (finding: string) => {
    if (findings.length < MOST_FINDINGS) findings.push(finding);
    else if (findings.length === MOST_FINDINGS) findings.push('还有更多，没有一一列出');
  };
  const seen = new Map(sightings.map((sighting) => [sighting.sequence, sighting]));
  const walk = createWalk(keys, say, seen);

  if (!keys.isSealed(sealedText(head), head.seal)) say('末端的封印不对：末端记录被改动过，或密钥不是当时那一把');
  if (archived) for await (const row of archived) if (row.sequence <= head.archivedThrough) walk.step(row);
  const archivedRows = walk.count();
  if (archived) walk.expectEnd(head.archivedThrough, head.archivedHash, '归档');
  else walk.startAt(head.archivedThrough, head.archivedHash);
  for await (const row of rows) {
    if (row.sequence > head.sequence) say(`第 ${row.sequence} 行在封印的末端（第 ${head.sequence} 行）之后：被插入`);
    else walk.step(row);
  }
  walk.expectEnd(head.sequence, head.hash, '表');
  for (const { sequence, hash, at } of seen.values()) {
    if (sequence > head.sequence) say(`${at} 数据库之外记下过第 ${sequence} 行（${hash.slice(0, 12)}），现在的末端却只到第 ${head.sequence} 行：数据库被换成了旧的，或末尾被截掉`);
  }
  return { findings, rows: walk.count() - archivedRows, archivedRows };
}

function createWalk(keys: AuditKeys, say: (finding: string) => void, seen: ReadonlyMap<number, Sighting>) {
  let last = { sequence: 0, hash: NOTHING_BEFORE };
  let count = 0;
  return {
    count: () => count,
    startAt(sequence: number, hash: string) {
      last = { sequence, hash };
    },
    step(row: AuditRow) {
      // A file of the archive that overlaps with the one before repeats its rows.
      if (row.sequence <= last.sequence) return;
      count++;
      if (row.sequence > last.sequence + 1) say(missing(last.sequence + 1, row.sequence - 1));
      else if (row.previous !== last.hash) say(`第 ${row.sequence} 行不接着第 ${last.sequence} 行：其中一行被替换或调换了次序`);
      if (hashOf(row.previous, row.sequence, row) !== row.hash) say(`第 ${row.sequence} 行（${row.at}，${row.actor_name}，${row.action}）被改动过或调换了次序`);
      else if (!keys.isSealed(row.hash, row.seal)) say(`第 ${row.sequence} 行（${row.at}，${row.actor_name}，${row.action}）不是平台写下的：封印不对，被替换或插入`);
      const sighting = seen.get(row.sequence);
      if (sighting && sighting.hash !== row.hash) say(`第 ${row.sequence} 行和 ${sighting.at} 在数据库之外记下的不同：此处以后被换过`);
      last = { sequence: row.sequence, hash: row.hash };
    },
    expectEnd(sequence: number, hash: string, where: string) {
      if (last.sequence < sequence) say(`${missing(last.sequence + 1, sequence)}（${where}的末尾）`);
      else if (last.hash !== hash) say(`${where}的最后一行（第 ${sequence} 行）和封印的末端不同：被替换`);
      last = { sequence, hash };
    },
  };
}

const missing = (from: number, to: number) => (from === to ? `第 ${from} 行被删除` : `第 ${from} 行到第 ${to} 行被删除`);
