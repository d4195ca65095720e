import type { Core } from '@strapi/strapi';

import { sanitiseData, type Schema } from './attributes';

/**
 * Cleans rich text where every writer passes, so that no screen, API or pasted page can bring in more than the
 * vocabulary.
 */
export function guardRichText(strapi: Core.Strapi): void {
  const getSchema = (uid: string) => strapi.getModel(uid as never) as unknown as Schema | undefined;
  strapi.documents.use((context, next) => {
    const params = context.params as { data?: Record<string, unknown> };
    const schema = getSchema(context.uid);
    if (schema && params.data && ['create', 'update', 'clone'].includes(context.action)) {
      params.data = sanitiseData(params.data, schema, getSchema);
    }
    return next();
  });
}
