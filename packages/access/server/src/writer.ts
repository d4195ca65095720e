import type { Core } from '@strapi/strapi';

interface RequestState {
  user?: { id: number };
  userAbility?: unknown;
  auth?: { strategy?: { name?: string } };
}

/** Ways a person's rights come with a request: their session, or an access token of theirs. */
const PERSONAL = ['admin', 'admin-token'];

/** What Strapi's permission engine knows of the rights of a request. */
export interface Ability {
  can(action: string, subject?: unknown, field?: string): boolean;
}

/** The person behind the current request; none for programs, which have no agency. */
export function findWriter(strapi: Core.Strapi) {
  const state = strapi.requestContext.get()?.state as RequestState | undefined;
  const isPerson = PERSONAL.includes(state?.auth?.strategy?.name ?? '');
  return isPerson && state?.user ? { id: state.user.id, ability: state.userAbility as Ability } : undefined;
}
