import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { DemoAgency, DemoCity, DemoColumn, DemoDocument, DocumentKind } from './city';
import { relationOf } from './fields';

/** The kinds of documents of the demo city that have English versions, in the order in which they are published. */
export const ENGLISH_KINDS = ['article', 'service-item', 'journey'] as const satisfies readonly DocumentKind[];
export type EnglishKind = (typeof ENGLISH_KINDS)[number];

type Fields = Record<string, unknown>;

/** What of the demo city is published in English too. */
export interface EnglishCity {
  site: DemoCity['site'];
  columns: DemoColumn[];
  agencies: DemoAgency[];
  documents: Record<EnglishKind, DemoDocument[]>;
}

/**
 * Reads the English versions of the demo city. The files in its folder `en` hold texts only: codes, kinds of materials,
 * files and links to other documents are those of the Chinese documents, so that the two can never differ in them.
 * A link to what has no English version is left out.
 * @throws {Error} When there is an English version of nothing.
 */
export function readEnglish(city: DemoCity): EnglishCity {
  const folder = join(city.folder, 'en');
  const text = (name: string) => readFileSync(join(folder, name), 'utf8');
  const json = <T>(name: string) => JSON.parse(text(`${name}.json`)) as T;
  const oneByOne = (name: string) =>
    readdirSync(join(folder, name)).sort().map((file) => ({ ...json<Fields>(`${name}/${file.slice(0, -'.json'.length)}`), key: file.slice(0, -'.json'.length) }));

  const columns = translate(city.columns, json<DemoColumn[]>('columns'), 'slug');
  const agencies = translate(city.agencies, json<DemoAgency[]>('agencies'), 'code');
  const documents = {
    article: translate(city.documents.article, json<DemoDocument[]>('articles').map((article) => ({ ...article, body: text(`articles/${article.key}.html`) })), 'key'),
    'service-item': translate(city.documents['service-item'], oneByOne('service-items'), 'key'),
    journey: translate(city.documents.journey, oneByOne('journeys'), 'key'),
  };
  const known = new Set([
    ...columns.map(({ slug }) => `column/${slug}`),
    ...agencies.map(({ code }) => `agency/${code}`),
    ...ENGLISH_KINDS.flatMap((kind) => documents[kind].map(({ key }) => `${kind}/${key}`)),
  ]);
  const linked = (kind: EnglishKind) => documents[kind].map((document) => onlyKnown(kind, document, known));
  return {
    site: overlay(city.site, json<Fields>('site')) as DemoCity['site'],
    columns,
    agencies,
    documents: { article: linked('article'), 'service-item': linked('service-item'), journey: linked('journey') },
  };
}

/** The originals that have an English version, in their own order, with its texts. */
function translate<T extends Fields>(originals: readonly T[], versions: readonly Fields[], identity: keyof T & string): T[] {
  const byKey = new Map(versions.map((version) => [version[identity], version]));
  const nothing = [...byKey.keys()].filter((key) => !originals.some((original) => original[identity] === key));
  if (nothing.length) throw new Error(`The demo city has English versions of what it does not have: ${nothing.join(', ')}`);
  return originals.flatMap((original) => {
    const version = byKey.get(original[identity]);
    return version ? [overlay(original, version) as T] : [];
  });
}

/** A value with the texts of another laid over it; lists are laid over each other part by part and are as long as the upper one. */
function overlay(below: unknown, above: unknown): unknown {
  if (above === undefined) return below;
  if (Array.isArray(above)) return above.map((part, index) => overlay((below as unknown[] | undefined)?.[index], part));
  if (!above || typeof above !== 'object') return above;
  const parts = Object.entries(above).map(([name, part]) => [name, overlay((below as Fields | undefined)?.[name], part)]);
  return { ...(below as Fields | undefined), ...Object.fromEntries(parts) };
}

function onlyKnown(kind: EnglishKind, document: DemoDocument, known: ReadonlySet<string>): DemoDocument {
  const fields = Object.entries(document).map(([field, value]) => {
    const target = Array.isArray(value) ? relationOf(kind, field) : undefined;
    return [field, target && target !== 'file' ? (value as string[]).filter((key) => known.has(`${target}/${key}`)) : value];
  });
  return Object.fromEntries(fields) as DemoDocument;
}
