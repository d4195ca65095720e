import type { AnyEntry } from '@mingchuang/content';

/** One way an entry can change: a field of its data gets another value. */
export interface Mutation {
  id: string;
  field: string;
}

/** Every field of every entry. */
export function listMutations(entries: readonly AnyEntry[]): Mutation[] {
  return entries.flatMap((entry) => Object.keys(entry.data).map((field) => ({ id: entry.documentId, field })));
}

/** The entries after one change, as the CMS would send them: another object with another version. */
export function mutate(entries: readonly AnyEntry[], { id, field }: Mutation): AnyEntry[] {
  return entries.map((entry) =>
    entry.documentId === id
      ? ({
          ...entry,
          version: `${entry.version}+${field}`,
          data: { ...entry.data, [field]: other((entry.data as unknown as Record<string, unknown>)[field]) },
        } as AnyEntry)
      : entry,
  );
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
