import type { Core } from '@strapi/strapi';

import { conditionOf, placementOf, type Condition } from './grants/area-condition.ts';
import { isEverywhere, type Area } from './grants/areas.ts';
import { roleOfPermission } from './grants/roles-of-permissions.ts';
import { memberAreas, scopeOf } from './grants/scopes.ts';

/** Limits a right to documents of the agencies the user is a member of, or to what is granted to them. */
export const OWN_AGENCY = 'plugin::access.own-agency';
/** Leaves a right unlimited, unless grants say where it holds. */
export const WITHIN_GRANTS = 'plugin::access.within-grants';
/** Opens what has been published to the relation pickers, whoever it belongs to. */
export const PUBLISHED_TARGET = 'plugin::access.published-target';

/** What the engine hands to a condition: the person, with the permission in question. */
interface Asked {
  id: number;
  permission: { id?: number; action: string; subject?: string | null };
}

const NOTHING = { id: { $in: [] } };

/** The part of the areas that concerns files: they belong to agencies, so a grant for columns opens none of them. */
export function conditionOfFiles(userId: number, areas: readonly Area[]): Condition {
  if (areas.some(isEverywhere)) return true;
  const whole = areas.filter(({ columns }) => columns === undefined);
  const agencies = [...new Set(whole.flatMap((area) => area.agencies ?? []))];
  return { $or: [{ 'createdBy.id': userId }, { accessAgency: { $in: agencies } }, { accessOpen: true }] };
}

/** Registers the conditions under which the rights of an agency's members hold. */
export async function registerConditions(strapi: Core.Strapi): Promise<void> {
  const provider = strapi.service('admin::permission')!.conditionProvider;

  const limit = async ({ id, permission }: Asked, areasWithout: 'own' | 'all'): Promise<Condition> => {
    const role = permission.id === undefined ? undefined : await roleOfPermission(strapi, Number(permission.id));
    // Of a token nobody can say in which role it acts.
    if (role === undefined) return false;
    const scope = await scopeOf(strapi, id);
    const areas = areasWithout === 'own' ? memberAreas(scope, role) : (scope.grantedAreas(role) ?? [{}]);
    if (permission.action.startsWith('plugin::upload.')) return conditionOfFiles(id, areas);
    return conditionOf(areas, placementOf(permission.subject ? (strapi.contentTypes[permission.subject as never] as never) : undefined));
  };

  const rules: { displayName: string; name: string; handler: (asked: Asked) => Promise<Condition> | Condition }[] = [
    { displayName: '仅限本机构，或授权的范围', name: 'own-agency', handler: (asked) => limit(asked, 'own') },
    { displayName: '不限机构；有授权时仅限授权的范围', name: 'within-grants', handler: (asked) => limit(asked, 'all') },
    // Lists and forms show the agency's own work. What pickers add to it is published, and comes from src/reading.
    { displayName: '引用其他机构已发布的内容', name: 'published-target', handler: () => NOTHING },
  ];
  for (const rule of rules) await provider.register({ ...rule, plugin: 'access', category: '机构' });
}
