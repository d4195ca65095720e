import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';

import type { WaivedFinding } from '../checks/judge.ts';
import { personMayDo } from '../rights.ts';
import { waive } from './waive.ts';
import type { DocumentIdentity } from './waivers.ts';

/** A reason may stand alone or be named. */
function reasonOf(override: unknown): string | undefined {
  const given = typeof override === 'object' && override !== null ? (override as { reason?: unknown }).reason : override;
  return typeof given === 'string' && given.trim() !== '' ? given.trim().slice(0, 500) : undefined;
}

/**
 * Overrides everything that stops a document, for a reason that comes with the move.
 * @returns What holds it still.
 * @throws {errors.ApplicationError} When the person has not the right.
 */
export async function overrideAll(
  strapi: Core.Strapi,
  document: DocumentIdentity,
  held: readonly WaivedFinding[],
  { override, by }: { override?: unknown; by: number | null },
): Promise<WaivedFinding[]> {
  const reason = reasonOf(override);
  const stopping = held.filter(({ level }) => level === 'block');
  if (!reason || stopping.length === 0 || by === null) return [...held];
  if (!(await personMayDo(strapi, by, 'override'))) throw new errors.ApplicationError('您没有放行的权限。请改好检查列出的问题，或者请站点管理员放行。');
  for (const finding of stopping) await waive(strapi, document, finding, { kind: 'overridden', userId: by, reason });
  return held.filter(({ level }) => level !== 'block');
}
