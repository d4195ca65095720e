/** The parts of a component's schema that say what its rows hold. */
export interface RowSchema {
  attributes: Record<string, { type: string; pluginOptions?: { editor?: { hidden?: boolean; options?: Record<string, string> } } }>;
}

const SAID = new Set(['string', 'text', 'enumeration', 'integer', 'decimal', 'date']);
/** Values that tell one row from another; more do not fit the line. */
const VALUES = 3;
const LENGTH = 40;

/** Says in one line what a closed row of a form holds: its first values, choices by their Chinese names. */
export function sayRow(schema: RowSchema | undefined, row: Record<string, unknown> | undefined): string {
  if (!schema || !row) return '';
  const said = Object.entries(schema.attributes).flatMap(([name, { type, pluginOptions }]) => {
    const value = row[name];
    if (!SAID.has(type) || pluginOptions?.editor?.hidden || value === undefined || value === null || value === '') return [];
    return [pluginOptions?.editor?.options?.[String(value)] ?? String(value)];
  });
  const line = [...new Set(said)].slice(0, VALUES).join(' · ').replace(/\s+/g, ' ');
  return line.length > LENGTH ? `${line.slice(0, LENGTH)}…` : line;
}
