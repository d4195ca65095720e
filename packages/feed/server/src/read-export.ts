import { type FeedLine } from '@mingchuang/content/feed';

import { readAddress } from './address-book.ts';
import { readHead, readMark } from './changes.ts';
import { reader, type Row } from './database.ts';
import type { FeedCore } from './feed-core.ts';
import { addressLine, entryOfSource } from './read-changes.ts';

/** Rows read at a time: enough to share the cost of a query, few enough to let others in between. */
const PAGE = 500;

/**
 * The lines of `GET /api/feed/export`: everything that is published, in pages, and the addresses that were left.
 *
 * The sequence is read before the first row. Whatever is published while the export runs is in it or not, but comes
 * again as a change after that sequence, so a reader that goes on from there has everything.
 */
export async function* readExport(core: FeedCore): AsyncGenerator<FeedLine[]> {
  const sql = await reader(core.strapi);
  const { epoch, sequence } = await readHead(sql);
  const mark = await readMark(sql, sequence);
  yield [{ kind: 'head', epoch, full: true }];

  for (const type of core.types().values()) {
    for (let after = 0; ;) {
      const page = await core.loader().load(sql, type, (rows) => rows.where('id', '>', after).limit(PAGE));
      if (page.length === 0) break;
      after = page.at(-1)!.id;
      yield page.map(({ entry }) => ({ kind: 'entry', ...entry }) as FeedLine);
    }
  }
  for (const source of core.sources.all()) {
    for await (const entry of source.all()) yield [{ kind: 'entry', ...entryOfSource(source.type, entry) } as FeedLine];
  }
  for (let after = { path: '', site: '' }; ;) {
    const rows: Row[] = await sql('feed_addresses')
      .whereNot('state', 'live')
      .where((row) =>
        row
          .where('path', '>', after.path)
          .orWhere((same) => same.where('path', after.path).where('site', '>', after.site)),
      )
      .orderBy(['path', 'site'])
      .limit(PAGE);
    if (rows.length === 0) break;
    const page = rows.map(readAddress);
    after = page.at(-1)!;
    yield page.map(addressLine);
  }
  yield [{ kind: 'end', sequence, mark, more: false }];
}

/** Lines as text, one page a chunk. */
export async function* writeLines(pages: AsyncIterable<FeedLine[]>): AsyncGenerator<string> {
  for await (const lines of pages) yield `${lines.map((line) => JSON.stringify(line)).join('\n')}\n`;
}
