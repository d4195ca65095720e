import type { Core } from '@strapi/strapi';

/** Strapi's own plugins that answer under /api to whoever holds a token for it. */
const PLUGINS = ['upload', 'i18n', 'email', 'content-type-builder'];

interface Routes {
  routes: Record<string, { type?: string; routes: object[] } | (() => unknown)>;
}

/**
 * Takes Strapi's own routes out of the content API: what is under /api is the closed list of our plugins. A token could
 * be given the files of every agency there.
 */
export function closeContentApi(strapi: Core.Strapi): void {
  for (const name of PLUGINS) {
    const plugin = strapi.plugins[name] as unknown as Routes | undefined;
    if (plugin?.routes['content-api']) plugin.routes['content-api'] = { type: 'content-api', routes: [] };
  }
}
