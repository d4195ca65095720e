import { generateKeyPairSync } from 'node:crypto';

import { describe, expect, test } from 'vitest';

import { type Head, sealedText } from './head.ts';
import { keysOf } from './keys.ts';
import { type AuditRow, type Content, CONTENT_COLUMNS, hashOf, NOTHING_BEFORE } from './row.ts';
import { type Chain, verifyChain } from './verify.ts';

const makeKeys = () => keysOf(generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }) as string);
const keys = makeKeys();

const contentOf = (note: string): Content => ({ ...(Object.fromEntries(CONTENT_COLUMNS.map((column) => [column, null])) as Content), at: '2026-11-26T01:00:00.000Z', actor_name: '李', action: 'document.update', note });

function build(notes: readonly string[], sealWith = keys): AuditRow[] {
  const rows: AuditRow[] = [];
  for (const [index, note] of notes.entries()) {
    const previous = rows.at(-1)?.hash ?? NOTHING_BEFORE;
    const content = contentOf(note);
    const hash = hashOf(previous, index + 1, content);
    rows.push({ ...content, sequence: index + 1, previous, hash, seal: sealWith.seal(hash) });
  }
  return rows;
}
function headOf(rows: readonly AuditRow[], archivedThrough = 0): Head {
  const head = { sequence: rows.length, hash: rows.at(-1)!.hash, archivedThrough, archivedHash: rows[archivedThrough - 1]?.hash ?? NOTHING_BEFORE };
  return { ...head, seal: keys.seal(sealedText(head)) };
}
async function* each(rows: readonly AuditRow[]) {
  yield* rows;
}
const good = build(['一', '二', '三', '四', '五', '六']);
const findings = async (rows: readonly AuditRow[], more: Partial<Chain> = {}) =>
  (await verifyChain({ head: headOf(good), archived: undefined, rows: each(rows), sightings: [], ...more }, keys)).findings;
/** Somebody with the database, but without the key, puts the hashes after a change in order. */
const rechained = (notes: readonly string[]) => {
  const others = makeKeys();
  return build(notes, others).map((row, index) => (row.hash === good[index]?.hash ? good[index] : row));
};

describe('verifyChain', () => {
  test('finds nothing in a whole chain', async () => {
    expect(await findings(good)).toEqual([]);
  });

  test('names the row that was altered, and it alone', async () => {
    expect(await findings(good.map((row) => (row.sequence === 3 ? { ...row, note: '叁' } : row)))).toEqual([expect.stringMatching(/^第 3 行（.*）被改动过/)]);
  });

  test('names every row that was written anew to hide an alteration', async () => {
    const found = await findings(rechained(['一', '二', '叁', '四', '五', '六']));
    for (const sequence of [3, 4, 5, 6]) expect(found).toContainEqual(expect.stringMatching(new RegExp(`^第 ${sequence} 行（.*）不是平台写下的`)));
    expect(found).toContainEqual(expect.stringContaining('和封印的末端不同'));
  });

  test('names rows that were removed: first, in the middle, last', async () => {
    expect(await findings(good.slice(1))).toEqual([expect.stringContaining('第 1 行被删除')]);
    expect(await findings(good.filter(({ sequence }) => sequence !== 3 && sequence !== 4))).toEqual([expect.stringContaining('第 3 行到第 4 行被删除')]);
    expect(await findings(good.slice(0, 5))).toEqual([expect.stringContaining('第 6 行被删除')]);
    expect(await findings([])).toEqual([expect.stringContaining('第 1 行到第 6 行被删除')]);
  });

  test('finds the end cut off though the head was set back', async () => {
    const cut = good.slice(0, 4);
    const head = { ...headOf(good), sequence: 4, hash: cut[3]!.hash };
    expect(await findings(cut, { head })).toEqual([expect.stringContaining('末端的封印不对')]);
  });

  test('finds an old copy of the database by what was seen of it elsewhere', async () => {
    const old = good.slice(0, 4);
    const sightings = [{ sequence: 6, hash: good[5]!.hash, at: '2026-11-26T02:00:00.000Z' }];
    expect(await findings(old, { head: headOf(old), sightings })).toEqual([expect.stringContaining('数据库被换成了旧的')]);
    expect(await findings(good, { sightings })).toEqual([]);
  });

  test('finds rows that were inserted: behind the end, or in place of another', async () => {
    const forged = { ...contentOf('假'), sequence: 7, previous: good[5]!.hash, hash: hashOf(good[5]!.hash, 7, contentOf('假')), seal: '0'.repeat(64) };
    expect(await findings([...good, forged])).toEqual([expect.stringContaining('第 7 行在封印的末端')]);
    const inside = { ...forged, sequence: 2, previous: good[0]!.hash, hash: hashOf(good[0]!.hash, 2, contentOf('假')) };
    expect(await findings([good[0]!, inside, ...good.slice(2)])).toContainEqual(expect.stringMatching(/^第 2 行（.*）不是平台写下的/));
  });

  test('finds rows that changed places', async () => {
    const [second, third] = [{ ...good[2]!, sequence: 2 }, { ...good[1]!, sequence: 3 }];
    const found = await findings([good[0]!, second, third, ...good.slice(3)]);
    for (const sequence of [2, 3]) expect(found).toContainEqual(expect.stringMatching(new RegExp(`^第 ${sequence} 行（.*）被改动过或调换了次序`)));
  });

  test('goes on from the archive into the table, and finds what is missing between them', async () => {
    const head = headOf(good, 3);
    expect(await findings(good.slice(3), { head, archived: each(good.slice(0, 3)) })).toEqual([]);
    expect(await findings(good.slice(3), { head })).toEqual([]);
    expect(await findings(good.slice(3), { head, archived: each(good.slice(0, 2)) })).toEqual([expect.stringContaining('第 3 行被删除（归档的末尾）')]);
    expect(await findings(good.slice(4), { head, archived: each(good.slice(0, 3)) })).toEqual([expect.stringContaining('第 4 行被删除')]);
  });

  test('does not tell a thousand broken rows one by one', async () => {
    const many = build(Array.from({ length: 300 }, (_, index) => String(index)), makeKeys());
    expect((await findings(many, { head: headOf(many) })).length).toBeLessThan(110);
  });
});
