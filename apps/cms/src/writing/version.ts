import type { Core } from '@strapi/strapi';

import type { OpenForm } from './presence';

/** A person as others in the admin know them. */
export interface Person {
  id: number;
  firstname?: string | null;
  lastname?: string | null;
  username?: string | null;
}

/** The draft of a document as it is stored. */
export interface Version {
  updatedAt: string;
  by?: Person;
}

const NOBODY = '一位同事';

/** The name a person goes by, family name first as the fields are filled in here. */
export const nameOf = (person: Person | undefined) =>
  person ? `${person.firstname ?? ''}${person.lastname ?? ''}` || person.username || NOBODY : NOBODY;

/** Answers when and by whom the draft was saved last, or nothing when there is none. */
export async function findVersion(strapi: Core.Strapi, { uid, documentId, locale }: OpenForm): Promise<Version | undefined> {
  const row = (await strapi.db.query(uid as never).findOne({
    where: { documentId, publishedAt: null, ...(isLocalised(strapi, uid) ? { locale } : {}) },
    select: ['updatedAt'],
    populate: { updatedBy: { select: ['id', 'firstname', 'lastname', 'username'] } },
  } as never)) as { updatedAt: string | Date; updatedBy?: Person | null } | null;
  if (!row) return undefined;
  return { updatedAt: new Date(row.updatedAt).toISOString(), ...(row.updatedBy ? { by: row.updatedBy } : {}) };
}

/** Whether a type has a version for each language. */
export function isLocalised(strapi: Core.Strapi, uid: string): boolean {
  const model = strapi.getModel(uid as never) as unknown as { pluginOptions?: { i18n?: { localized?: boolean } } } | undefined;
  return model?.pluginOptions?.i18n?.localized ?? false;
}
