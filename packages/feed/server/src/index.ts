import type { Core } from '@strapi/strapi';

/** The server half of the plugin `feed`: ordered changes, export, media, nudges. */
export default {
  register(_: { strapi: Core.Strapi }) {},
  async bootstrap(_: { strapi: Core.Strapi }) {},
};
