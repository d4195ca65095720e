/** A reference as the document service accepts it: a document id, a row id, or an object with one of them. */
type Reference = string | number | { documentId?: string; id?: string | number };

/** What a write does to a relation that holds one document. */
export type RelationChange =
  | { kind: 'kept' }
  | { kind: 'removed' }
  | { kind: 'set'; documentId: string }
  | { kind: 'set-by-row'; id: number };

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

function readReference(value: unknown): RelationChange {
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

const readList = (list: unknown, otherwise: RelationChange['kind'] & ('kept' | 'removed')): RelationChange => {
  const items = list === undefined || list === null ? [] : Array.isArray(list) ? list : [list];
  // Of several the last one stays: the relation holds one.
  return items.length > 0 ? readReference(items.at(-1)) : { kind: otherwise };
};

/** Reads every form of relation input Strapi takes: bare, in a list, `set`, or `connect` and `disconnect`. */
export function readRelationChange(value: unknown): RelationChange {
  if (value === undefined) return { kind: 'kept' };
  if (Array.isArray(value)) return readList(value, 'removed');
  if (!isObject(value) || 'documentId' in value || 'id' in value) return readReference(value);
  if (value.set !== undefined) return readList(value.set, 'removed');
  const connected = readList(value.connect, 'kept');
  if (connected.kind !== 'kept') return connected;
  return readList(value.disconnect, 'kept').kind === 'kept' ? { kind: 'kept' } : { kind: 'removed' };
}

/** Lists every document a relation input brings in, in whichever form. */
export function listBroughtIn(value: unknown): { documentIds: string[]; ids: number[] } {
  const isInput = isObject(value) && !('documentId' in value) && !('id' in value);
  const given = isInput ? [value.set, value.connect] : [value];
  const found = given.flat().map(readReference);
  return {
    documentIds: found.flatMap((reference) => (reference.kind === 'set' ? [reference.documentId] : [])),
    ids: found.flatMap((reference) => (reference.kind === 'set-by-row' ? [reference.id] : [])),
  };
}
