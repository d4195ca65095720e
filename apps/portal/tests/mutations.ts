import type { AnyEntry } from '@mingchuang/content';

/** One way an entry can change: a field of its data, or a part of one at any depth, gets another value. */
export interface Mutation {
  id: string;
  /** Names and places on the way to the value: `tasks.3.label`. */
  field: string;
}

/** Every field of every entry, and every part of every field. */
export function listMutations(entries: readonly AnyEntry[]): Mutation[] {
  return entries.flatMap((entry) => partsOf(entry.data).map((field) => ({ id: entry.documentId, field })));
}

function partsOf(value: object): string[] {
  return Object.entries(value).flatMap(([name, part]) => [name, ...(part && typeof part === 'object' ? partsOf(part as object).map((inner) => `${name}.${inner}`) : [])]);
}

/** The entries after one change, as the CMS would send them: another object with another version. */
export function mutate(entries: readonly AnyEntry[], { id, field }: Mutation): AnyEntry[] {
  return entries.map((entry) =>
    entry.documentId === id
      ? ({
          ...entry,
          version: `${entry.version}+${field}`,
          data: changePart(entry.data, field.split('.')),
        } as AnyEntry)
      : entry,
  );
}

function changePart(value: unknown, [name, ...rest]: string[]): unknown {
  if (name === undefined) return other(value);
  const copy = (Array.isArray(value) ? [...(value as unknown[])] : { ...(value as object) }) as Record<string, unknown>;
  copy[name] = changePart(copy[name], rest);
  return copy;
}

function other(value: unknown): unknown {
  if (typeof value === 'string') return otherText(value);
  if (typeof value === 'number') return value + 1;
  if (typeof value === 'boolean') return !value;
  if (Array.isArray(value)) return value.slice(1);
  if (value && typeof value === 'object') {
    const [[name, first] = ['', '']] = Object.entries(value).reverse();
    return { ...value, [name]: other(first) };
  }
  return value;
}

/** Instants and days stay what they are; a path keeps its form. */
function otherText(text: string): string {
  if (/^\d{4}-\d{2}-\d{2}T/.test(text)) return text.replace(/T\d{2}/, (hour) => (hour === 'T03' ? 'T04' : 'T03'));
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return text.replace(/\d$/, (digit) => (digit === '3' ? '4' : '3'));
  if (/^\/.*\/$/.test(text)) return `${text}x/`;
  return `${text}变`;
}
