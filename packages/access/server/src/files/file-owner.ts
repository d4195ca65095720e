import type { Core } from '@strapi/strapi';

import { scopeOf } from '../grants/scopes.ts';
import { findWriter } from '../writer.ts';

const FILE = 'plugin::upload.file';
const hidden = { configurable: false, writable: false, visible: false, private: true };

/**
 * Gives every file of the media library the agency it belongs to, and whether something published uses it. Attributes
 * of Strapi's own type: only by these its lists can be limited.
 */
export function extendFiles(strapi: Core.Strapi): void {
  const type = strapi.contentType(FILE) as unknown as { attributes: Record<string, object>; indexes?: { name: string; columns: string[] }[] };
  Object.assign(type.attributes, {
    accessAgency: { type: 'string', ...hidden },
    accessOpen: { type: 'boolean', ...hidden },
  });
  type.indexes = [
    ...(type.indexes ?? []),
    { name: 'files_access_agency_idx', columns: ['access_agency'] },
    { name: 'files_access_open_idx', columns: ['access_open'] },
    { name: 'files_access_hash_idx', columns: ['hash'] },
  ];
}

/** Marks what somebody uploads with their agency. Who has several, or none, leaves that to the document that uses it. */
export function markUploads(strapi: Core.Strapi): void {
  strapi.db.lifecycles.subscribe({
    models: [FILE],
    async beforeCreate(event) {
      const { data } = event.params as { data: Record<string, unknown> };
      data.accessOpen = false;
      const writer = findWriter(strapi);
      const agencies = writer ? (await scopeOf(strapi, writer.id)).memberships : [];
      data.accessAgency = agencies.length === 1 ? agencies[0] : null;
    },
  });
}
