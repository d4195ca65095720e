import { basename } from 'node:path';

import type { Core } from '@strapi/strapi';

import { OWN_AGENCY, WITHIN_GRANTS } from '../conditions.ts';
import { isEverywhere, type Area } from '../grants/areas.ts';
import { memberAreas, scopeOf, type Scope } from '../grants/scopes.ts';
import { isUsedWithin } from './used-within.ts';

const READ = 'plugin::upload.read';

interface File {
  id: number;
  accessAgency: string | null;
  accessOpen: boolean | null;
  createdBy: { id: number } | null;
}
interface Held {
  conditions: string[];
  role: { code: string };
}

/** The areas a person's right to see files holds in, over all their roles. */
function areasIn(scope: Scope, { conditions, role }: Held): Area[] {
  if (conditions.length === 0) return [{}];
  if (conditions.includes(WITHIN_GRANTS)) return scope.grantedAreas(role.code) ?? [{}];
  return conditions.includes(OWN_AGENCY) ? memberAreas(scope, role.code) : [];
}

/** Names a file may be stored under. A thumbnail lies beside its picture, under the picture's name with a word before it. */
function hashesOf(path: string): string[] {
  const name = basename(path).replace(/\.[^.]*$/, '');
  return [...new Set([name, name.replace(/^[a-z]+_/, '')])];
}

/**
 * Whether a person may open a stored file: what is public, what is of their agencies, what they uploaded, and what a
 * document they may read uses.
 *
 * @param path The file's address below /uploads.
 */
export async function mayOpenFile(strapi: Core.Strapi, userId: number, path: string): Promise<boolean> {
  const file = (await strapi.db.query('plugin::upload.file').findOne({
    where: { hash: { $in: hashesOf(path) } },
    select: ['id', 'accessAgency', 'accessOpen'] as never,
    populate: { createdBy: { select: ['id'] } },
  })) as unknown as File | null;
  if (!file) return false;
  if (file.accessOpen || file.createdBy?.id === userId) return true;
  const held = (await strapi.db.query('admin::permission').findMany({
    where: { action: READ, role: { users: { id: userId } } },
    populate: { role: { select: ['code'] } },
  })) as unknown as Held[];
  if (held.length === 0) return false;
  const scope = await scopeOf(strapi, userId);
  const areas = held.flatMap((permission) => areasIn(scope, permission));
  if (areas.some(isEverywhere)) return true;
  const isOwn = file.accessAgency !== null && areas.some(({ agencies, columns }) => columns === undefined && agencies?.includes(file.accessAgency!));
  return isOwn || isUsedWithin(strapi, file.id, areas);
}
