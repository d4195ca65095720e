/** A reference as the document service accepts it: a document id, a row id, or an object with one of them. */
type Reference = string | number | { documentId?: string; id?: string | number };

/** What a write does to the relation `agency`. */
export type AgencyChange =
  | { kind: 'kept' }
  | { kind: 'removed' }
  | { kind: 'set'; documentId: string }
  | { kind: 'set-by-row'; id: number };

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

function readReference(value: unknown): AgencyChange {
  const reference = value as Reference;
  if (isObject(reference)) {
    const { documentId, id } = reference as { documentId?: string; id?: string | number };
    return readReference(documentId ?? id);
  }
  if (typeof reference === 'number') return { kind: 'set-by-row', id: reference };
  // Row ids travel as text too; a document id is 24 letters and digits.
  if (typeof reference === 'string' && reference !== '') {
    return /^\d+$/.test(reference) ? { kind: 'set-by-row', id: Number(reference) } : { kind: 'set', documentId: reference };
  }
  return { kind: 'removed' };
}

const readList = (list: unknown, otherwise: AgencyChange['kind'] & ('kept' | 'removed')): AgencyChange => {
  const items = list === undefined || list === null ? [] : Array.isArray(list) ? list : [list];
  // Of several the last one stays: the relation holds one.
  return items.length > 0 ? readReference(items.at(-1)) : { kind: otherwise };
};

/** Reads every form of relation input Strapi takes: bare, in a list, `set`, or `connect` and `disconnect`. */
export function readAgencyChange(data: Record<string, unknown>): AgencyChange {
  if (!('agency' in data) || data.agency === undefined) return { kind: 'kept' };
  const { agency } = data;
  if (Array.isArray(agency)) return readList(agency, 'removed');
  if (!isObject(agency) || 'documentId' in agency || 'id' in agency) return readReference(agency);
  if (agency.set !== undefined) return readList(agency.set, 'removed');
  const connected = readList(agency.connect, 'kept');
  if (connected.kind !== 'kept') return connected;
  return readList(agency.disconnect, 'kept').kind === 'kept' ? { kind: 'kept' } : { kind: 'removed' };
}
