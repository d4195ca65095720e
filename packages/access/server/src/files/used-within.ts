import type { Core } from '@strapi/strapi';

import { placementOf } from '../grants/area-condition.ts';
import type { Area } from '../grants/areas.ts';
import { loadVersions, type StoredVersion } from '../writing/versions.ts';

interface Use {
  uid: string;
  id: number;
}
interface Attribute {
  type: string;
  component?: string;
  components?: string[];
}

/** Components nest two deep here; more would be a mistake in a schema. */
const DEPTH = 5;

/** The rows a component stands in, whatever type they are of. */
async function findHolders(strapi: Core.Strapi, { uid, id }: Use): Promise<Use[]> {
  const models = [...Object.values(strapi.contentTypes), ...Object.values(strapi.components)] as unknown as { uid: string; attributes: Record<string, Attribute> }[];
  const holders: Use[] = [];
  for (const model of models) {
    const named = Object.values(model.attributes).some(({ component, components }) => component === uid || components?.includes(uid));
    if (!named) continue;
    const { tableName } = strapi.db.metadata.get(model.uid);
    const rows = (await strapi.db.connection(`${tableName}_cmps`).where({ cmp_id: id, component_type: uid }).select('entity_id')) as { entity_id: number }[];
    holders.push(...rows.map(({ entity_id }) => ({ uid: model.uid, id: Number(entity_id) })));
  }
  return holders;
}

/** Whether an area takes a document in. */
const holds = ({ agencies, columns }: Area, { agency, column }: StoredVersion) =>
  (!agencies || agencies.includes(agency?.documentId ?? '')) && (!columns || columns.includes(column?.documentId ?? ''));

/** Whether a document within some areas uses a file, in a field of its own or of a component. */
export async function isUsedWithin(strapi: Core.Strapi, fileId: number, areas: readonly Area[]): Promise<boolean> {
  const rows = (await strapi.db.connection('files_related_mph').where({ file_id: fileId }).select('related_id', 'related_type')) as { related_id: number; related_type: string }[];
  let uses: Use[] = rows.map(({ related_id, related_type }) => ({ uid: related_type, id: Number(related_id) }));
  for (let depth = 0; uses.length > 0 && depth < DEPTH; depth += 1) {
    const next: Use[] = [];
    for (const use of uses) {
      const type = strapi.contentTypes[use.uid as never];
      if (!type) next.push(...(await findHolders(strapi, use)));
      else if (placementOf(type as never) === 'document') {
        const [version] = await loadVersions(strapi, use.uid, { id: use.id });
        if (version && areas.some((area) => holds(area, version))) return true;
      }
    }
    uses = next;
  }
  return false;
}
