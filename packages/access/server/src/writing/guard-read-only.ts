import type { Core } from '@strapi/strapi';

import { findWriter } from '../writer.ts';

interface Governed {
  attributes: Record<string, { pluginOptions?: { editor?: { readOnly?: boolean } } }>;
}

/** What Strapi keeps by itself; a row's number sent along would be written over another document's, or fail in the database. */
const KEPT_BY_STRAPI = ['id', 'documentId', 'publishedAt'];

/**
 * Drops what people may see but not set from what they send. A form shows a field of a new document only to those who
 * may create it with that field, so the right alone cannot keep it.
 */
export function guardReadOnly(strapi: Core.Strapi): void {
  strapi.documents.use((context, next) => {
    const params = context.params as { data?: Record<string, unknown> };
    if (!['create', 'update', 'clone'].includes(context.action) || !params.data || !findWriter(strapi)) return next();
    const { attributes } = context.contentType as unknown as Governed;
    params.data = Object.fromEntries(
      Object.entries(params.data).filter(([name]) => !KEPT_BY_STRAPI.includes(name) && !attributes[name]?.pluginOptions?.editor?.readOnly),
    );
    return next();
  });
}
