import type { Core } from '@strapi/strapi';

import { OWN_AGENCY, PUBLISHED_TARGET, WITHIN_GRANTS } from '../conditions.ts';
import { type Scope, scopeOf } from './scopes.ts';

/** Conditions that ask for nothing but who somebody is, their permissions and where they act. */
const PLAIN = new Set([OWN_AGENCY, WITHIN_GRANTS, PUBLISHED_TARGET, 'admin::is-creator', 'admin::has-same-role-as-creator']);
/** People whose rights are kept; who came longest ago goes first. */
const MOST = 200;

interface User {
  id: number;
  roles?: { id: number; code: string }[];
}
interface Permission {
  conditions?: string[];
}
interface Permissions {
  findUserPermissions(user: User): Promise<Permission[]>;
  engine: {
    generateUserAbility(user: User): Promise<object>;
    /** Works permissions out for somebody; its name tells of tokens, it does the same for everybody. */
    generateTokenAbility(permissions: readonly Permission[], user: User): Promise<object>;
  };
}

/** Everything that somebody's rights follow from, as one text. */
export function basisOf({ id, roles = [] }: User, permissions: readonly Permission[], scope: Scope): string {
  const areas = roles.map(({ id: role, code }) => [role, code, scope.grantedAreas(code) ?? null]);
  return JSON.stringify([id, areas, scope.memberships, permissions]);
}

/**
 * Keeps what each person may do, worked out, for as long as nothing it follows from is different: their permissions,
 * roles, agencies, grants and the tree of columns are read at each request as before. Working it out again takes
 * Strapi ten milliseconds, which every request of the admin would wait for.
 */
export function keepAbilities(strapi: Core.Strapi): void {
  const service = strapi.service('admin::permission') as unknown as Permissions;
  const { engine } = service;
  const kept = new Map<number, { basis: string; ability: object }>();

  engine.generateUserAbility = async (user) => {
    const permissions = await service.findUserPermissions(user);
    const workOut = () => engine.generateTokenAbility(permissions, user);
    // Outside a request the conditions look for themselves where somebody acts, and might find something newer.
    const isPlain = permissions.every(({ conditions = [] }) => conditions.every((condition) => PLAIN.has(condition)));
    if (!isPlain || !strapi.requestContext.get()) return workOut();

    const basis = basisOf(user, permissions, await scopeOf(strapi, user.id));
    const known = kept.get(user.id);
    kept.delete(user.id);
    const ability = known?.basis === basis ? known.ability : await workOut();
    kept.set(user.id, { basis, ability });
    if (kept.size > MOST) kept.delete(kept.keys().next().value!);
    return ability;
  };
}
