import type { Core } from '@strapi/strapi';

import type { Cases } from './services/cases.ts';

/** A request, as Strapi's controllers get it. */
export type Context = Parameters<Core.ControllerHandler>[0];

/** The engine, as other code of the CMS reaches it. */
export function casesOf(strapi: Core.Strapi): Cases {
  return strapi.plugin('cases').service('cases') as unknown as Cases;
}
