/** One document of a library, as the files of its years have it. */
export interface LibraryRow {
  path: string;
  title: string;
  /** YYYY-MM-DD, or empty. */
  date: string;
  /** 发文字号, which is searched too. */
  number: string;
  /** What stands under the title. */
  line: string;
  /** The keys it stands under, by facet. */
  values?: Record<string, string[]>;
}

/** What a visitor chose: words, and at most one value of each facet. */
export interface Choice {
  words: string;
  values: Record<string, string>;
}

const LONGEST = 60;

/** Reads a choice from the query of an address; names that are no facet are left alone. */
export function parseChoice(search: string, facets: readonly string[]): Choice {
  const parameters = new URLSearchParams(search);
  const values: Record<string, string> = {};
  for (const facet of facets) {
    const value = parameters.get(facet);
    if (value) values[facet] = value;
  }
  return { words: [...(parameters.get('q') ?? '').trim()].slice(0, LONGEST).join(''), values };
}

/** Writes a choice as the query of an address; nothing chosen gives nothing. */
export function formatChoice({ words, values }: Choice): string {
  const parameters = new URLSearchParams(words ? { q: words, ...values } : values);
  const text = parameters.toString();
  return text ? `?${text}` : '';
}

/** The same choice with a value of a facet put in, or taken out when it was there already. */
export function toggle(choice: Choice, facet: string, value: string): Choice {
  const { [facet]: chosen, ...others } = choice.values;
  return { ...choice, values: chosen === value ? others : { ...others, [facet]: value } };
}

export const isEmpty = ({ words, values }: Choice) => words === '' && Object.keys(values).length === 0;

/** Document numbers are typed with any kind of brackets and spaces. */
const plain = (text: string) => text.normalize('NFKC').toLowerCase().replace(/[\s〔〕［］【】[\]()]/g, '');

function hasWords(row: LibraryRow, words: readonly string[]): boolean {
  if (words.length === 0) return true;
  const text = plain(row.title) + ' ' + plain(row.number);
  return words.every((word) => text.includes(word));
}

const has = (row: LibraryRow, facet: string, value: string) => row.values?.[facet]?.includes(value) ?? false;

function matcher({ words, values }: Choice, except?: string): (row: LibraryRow) => boolean {
  const wanted = words.split(/\s+/).map(plain).filter(Boolean);
  const chosen = Object.entries(values).filter(([facet]) => facet !== except);
  return (row) => chosen.every(([facet, value]) => has(row, facet, value)) && hasWords(row, wanted);
}

/** The documents a choice leaves, in their order. */
export const filterRows = (rows: readonly LibraryRow[], choice: Choice) => rows.filter(matcher(choice));

/**
 * How many documents each value of a facet would leave. The facet's own choice is not counted in, so that one sees what
 * changing it would give.
 */
export function countValues(rows: readonly LibraryRow[], choice: Choice, facet: string): Map<string, number> {
  const counts = new Map<string, number>();
  const matches = matcher(choice, facet);
  for (const row of rows)
    if (matches(row)) for (const value of row.values?.[facet] ?? []) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}
