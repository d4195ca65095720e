import type { Core } from '@strapi/strapi';

import { buildConfiguration, findMainField, type EditedSchema } from './build-configuration';

interface ConfigurationService {
  updateConfiguration(schema: { uid: string }, configuration: object): Promise<unknown>;
}

/** What another type's documents are called by; administrators by the name they go by. */
function mainFieldOf(strapi: Core.Strapi, uid: string): string {
  if (uid === 'admin::user') return 'firstname';
  const schema = strapi.getModel(uid as never) as unknown as EditedSchema | undefined;
  return schema ? findMainField(schema) : 'id';
}

/**
 * Writes the layout of every edit form and list at each boot. The schemas are the only source: what somebody changed
 * by hand in the content manager is replaced.
 */
export async function writeEditorConfiguration(strapi: Core.Strapi): Promise<void> {
  const manager = strapi.plugin('content-manager');
  const contentTypes = manager.service('content-types') as unknown as ConfigurationService;
  const components = manager.service('components') as unknown as ConfigurationService;
  const ours = (Object.values(strapi.contentTypes) as unknown as EditedSchema[]).filter(({ uid }) => uid.startsWith('api::'));

  for (const schema of ours) {
    await contentTypes.updateConfiguration(schema, buildConfiguration(schema, (uid) => mainFieldOf(strapi, uid)));
  }
  for (const schema of Object.values(strapi.components) as unknown as EditedSchema[]) {
    await components.updateConfiguration(schema, buildConfiguration(schema, (uid) => mainFieldOf(strapi, uid)));
  }
}
