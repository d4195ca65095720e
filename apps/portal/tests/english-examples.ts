import { MemorySnapshot, type AnyEntry } from '@mingchuang/content';
import { exampleEntries } from '@mingchuang/content/examples';

const LOCALISED = ['site', 'column', 'agency', 'article', 'service-item', 'journey', 'topic'];
/** Columns that list what is localised. */
const KINDS = ['landing', 'articles', 'audience', 'services', 'journeys', 'topics', 'agencies'];
const HAN = /[\u3000-\u303f\u3400-\u9fff\uff00-\uffef]+/g;

/** The examples with an English version of everything that can have one: each Chinese phrase becomes an English word. */
export function englishSnapshot(): MemorySnapshot {
  const entries = exampleEntries as readonly AnyEntry[];
  const versions = entries
    .filter(({ type, data }) => LOCALISED.includes(type) && (type !== 'column' || KINDS.includes((data as { kind: string }).kind)))
    .map((entry) => ({ ...entry, locale: 'en' as const, version: `${entry.version}-en`, data: translate(entry.data), ...(entry.bodyFiles && { bodyFiles: english(entry.bodyFiles) }) }) as AnyEntry);
  return new MemorySnapshot([...entries, ...versions]);
}

function translate(data: object): object {
  return Object.fromEntries(Object.entries(data).map(([name, value]) => [name, name === 'path' ? `/en${value as string}` : english(value)]));
}

/** Files keep their names and what they show: they are the same in both languages. */
const KEPT = ['name', 'mime', 'hash', 'id', 'version', 'alt', 'caption'];

function english(value: unknown): unknown {
  if (typeof value === 'string') return value.replace(HAN, 'words');
  if (Array.isArray(value)) return value.map(english);
  if (!value || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, 'mime' in value && KEPT.includes(name) ? inner : english(inner)]));
}
