import type { Core } from '@strapi/strapi';

interface RequestState {
  user?: { id: number };
  userAbility?: unknown;
  auth?: { strategy?: { name?: string } };
}

/** The administrator behind the current request; none for programs, which have no agency. */
export function findWriter(strapi: Core.Strapi) {
  const state = strapi.requestContext.get()?.state as RequestState | undefined;
  return state?.auth?.strategy?.name === 'admin' && state.user ? { id: state.user.id, ability: state.userAbility } : undefined;
}
