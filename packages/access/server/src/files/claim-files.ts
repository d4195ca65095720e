import type { Core } from '@strapi/strapi';

import { placementOf } from '../grants/area-condition.ts';
import { loadVersions } from '../writing/versions.ts';

interface Named {
  documentIds: string[];
  ids: number[];
}

/** Gives files that belong to nobody yet to the agency of the document that uses them. */
export async function claimFiles(strapi: Core.Strapi, { documentIds, ids }: Named, { uid, documentId }: { uid: string; documentId: string }): Promise<void> {
  if (placementOf(strapi.contentTypes[uid as never] as never) !== 'document') return;
  const [version] = await loadVersions(strapi, uid, { documentId, publishedAt: null });
  const agency = version?.agency?.documentId;
  if (!agency) return;
  await strapi.db.transaction(async ({ trx }) => {
    await trx('files').whereNull('access_agency').whereIn('document_id', documentIds).update({ access_agency: agency });
    await trx('files').whereNull('access_agency').whereIn('id', ids).update({ access_agency: agency });
  });
}
