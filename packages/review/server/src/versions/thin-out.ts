import type { Core } from '@strapi/strapi';

import { inTransaction } from '../store/connection.ts';
import { SAVES_KEPT } from './causes.ts';

/** Rows a statement names at most. */
const PORTION = 400;

/**
 * Removes what need not be kept: mere saves that are older than half a year and not the last word of their document,
 * and contents no version holds any more. What was sent on, approved, published or withdrawn stays.
 *
 * @returns How many versions and contents were removed.
 */
export async function thinOutVersions(strapi: Core.Strapi, now: Date): Promise<{ versions: number; contents: number }> {
  return inTransaction(strapi, async (sql) => {
    const before = new Date(now.getTime() - SAVES_KEPT).toISOString();
    const old = (await sql('review_versions as version')
      .where({ cause: 'saved' })
      .andWhere('at', '<', before)
      .whereExists((later) =>
        later
          .select(sql.raw('1'))
          .from('review_versions as later')
          .whereRaw('later.document_id = version.document_id and later.locale = version.locale and later.number > version.number'),
      )
      .pluck('version.id')) as number[];
    for (const part of portions(old)) await sql('review_versions').whereIn('id', part).delete();
    const loose = (await sql('review_contents as content')
      .whereNotExists((held) => held.select(sql.raw('1')).from('review_versions as version').whereRaw('version.digest = content.digest'))
      .pluck('content.digest')) as string[];
    for (const part of portions(loose)) await sql('review_contents').whereIn('digest', part).delete();
    return { versions: old.length, contents: loose.length };
  });
}

function portions<T>(list: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(list.length / PORTION) }, (_, at) => list.slice(at * PORTION, (at + 1) * PORTION));
}
