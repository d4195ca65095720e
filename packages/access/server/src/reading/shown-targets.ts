import type { Core } from '@strapi/strapi';

import { placementOf } from '../grants/area-condition.ts';
import { perRequest } from '../grants/per-request.ts';
import { placesOf, type StoredVersion } from '../writing/versions.ts';

type Row = Record<string, unknown>;
type Version = StoredVersion & { title?: string; path?: string | null };

/** What somebody may be shown of documents that others point to. */
export interface Targets {
  /** Whether the document is theirs, or public; `undefined` when it is neither. */
  find(uid: string, documentId: string): Promise<{ isOwn: boolean; published: Version[] } | undefined>;
  /** A row as it may be shown: their own as it is, another's by the title that is published. */
  show(uid: string, row: Row): Promise<Row>;
}

/** @param mayRead Asks the rights of whoever is answered. */
export function createTargets(strapi: Core.Strapi, mayRead: (uid: string, version: object) => boolean): Targets {
  const load = (uid: string, documentId: string) =>
    perRequest(strapi, `target:${uid}:${documentId}`, async () => {
      const populate = placesOf(strapi, uid);
      return (await strapi.db.query(uid as never).findMany({ where: { documentId }, populate } as never)) as unknown as Version[];
    });

  const targets: Targets = {
    async find(uid, documentId) {
      const versions = await load(uid, documentId);
      const published = versions.filter(({ publishedAt }) => publishedAt !== null);
      const isOwn = versions.some((version) => mayRead(uid, version));
      return isOwn || published.length > 0 ? { isOwn, published } : undefined;
    },
    async show(uid, row) {
      if (placementOf(strapi.contentTypes[uid as never] as never) !== 'document' || typeof row.documentId !== 'string') return row;
      const found = await targets.find(uid, row.documentId);
      if (found?.isOwn) return row;
      const version = found?.published.find(({ locale }) => locale === row.locale) ?? found?.published[0];
      const { id, documentId, locale } = row;
      return { id, documentId, ...(locale === undefined ? {} : { locale }), ...(version ? { title: version.title, path: version.path } : {}) };
    },
  };
  return targets;
}
