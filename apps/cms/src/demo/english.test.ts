import { join } from 'node:path';

import { describe, expect, test } from 'vitest';

import { sanitiseRichText } from '../rich-text/sanitise';
import { readCity, type DemoDocument } from './city';
import { ENGLISH_KINDS, readEnglish } from './english';
import { relationOf } from './fields';
import { referencesIn } from './links';

const city = readCity(join(import.meta.dirname, '../../demo'));
const english = readEnglish(city);
const versions = ENGLISH_KINDS.flatMap((kind) =>
  english.documents[kind].map((version) => ({ kind, version, original: city.documents[kind].find(({ key }) => key === version.key)! })),
);
const pairs = [
  ...versions.map(({ kind, version, original }) => ({ name: `${kind}/${version.key}`, version, original })),
  ...english.agencies.map((version) => ({ name: `agency/${version.code}`, version, original: city.agencies.find(({ code }) => code === version.code)! })),
];

/** Every string of some data. */
function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return value && typeof value === 'object' ? Object.values(value).flatMap(stringsIn) : [];
}
const plain = (html: string) => html.replace(/<[^>]+>/g, ' ');
const textOf = (value: unknown) => plain(stringsIn(value).join('\n'));

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];
const SCALES: Record<string, number> = { 万: 1e4, 亿: 1e8, million: 1e6, billion: 1e9 };
/** Numbers written in digits, by value: `231.6万` and `2,316,000` are one; a month has its name in English. */
function numbersIn(text: string): Set<number> {
  const withoutMonths = text.replace(/\d{1,2}月/g, '').replace(/(?<=\d),(?=\d{3})/g, '');
  return new Set([...withoutMonths.matchAll(/(\d+(?:\.\d+)?)\s?(万|亿|million|billion)?/g)].map(([, digits, scale]) => Math.round(Number(digits) * (scale ? SCALES[scale]! : 1) * 100) / 100));
}
const monthsIn = (text: string) => new Set([...text.matchAll(/(\d{1,2})月(?!龄)/g)].map(([, month]) => MONTHS[Number(month) - 1]!));
const phonesIn = (text: string) => [...new Set(text.match(/0000-\d{3} \d{4}|\b1(?:10|19|20|2345|2315)\b/g))].sort();

describe('the English versions of the demo city', () => {
  test('are as many as promised, each of a document that is there in Chinese', () => {
    expect(english.documents.article.length).toBeGreaterThanOrEqual(8);
    expect(english.documents['service-item'].length).toBeGreaterThanOrEqual(6);
    expect(english.documents.journey).toHaveLength(2);
    expect(english.agencies.length).toBeGreaterThanOrEqual(6);
    expect(versions.filter(({ original }) => !original)).toEqual([]);
  });

  test('leave nothing in Chinese but the official numbers of the site', () => {
    const { chineseDomain: _domain, icp: _icp, publicSecurityCode: _code, ...site } = english.site;
    const found = stringsIn([site, english.columns, english.agencies, english.documents]).filter((text) => /[\u3000-\u303f\u3400-\u9fff\uff00-\uffef]/.test(text));
    expect(found).toEqual([]);
  });

  test('have every text the Chinese document has, part by part', () => {
    const shapeOf = (value: unknown): unknown => {
      if (Array.isArray(value)) return value.map(shapeOf);
      if (!value || typeof value !== 'object') return typeof value;
      return Object.fromEntries(Object.entries(value).sort().map(([name, part]) => [name, shapeOf(part)]));
    };
    const withoutLinks = (document: object) => Object.fromEntries(Object.entries(document).filter(([field]) => !relationOf('', field) && field !== 'related'));
    for (const { name, version, original } of pairs) expect(shapeOf(withoutLinks(version)), name).toEqual(shapeOf(withoutLinks(original)));
  });

  test('give every number, month and telephone of the Chinese document', () => {
    const missing = pairs.flatMap(({ name, version, original }) => {
      const [from, to] = [textOf(original), textOf(version)];
      const given = numbersIn(to);
      return [
        ...[...numbersIn(from)].filter((number) => !given.has(number)).map((number) => `${name}: ${number}`),
        ...[...monthsIn(from)].filter((month) => !to.includes(month)).map((month) => `${name}: ${month}`),
      ];
    });
    expect(missing).toEqual([]);
    for (const { name, version, original } of pairs) expect(phonesIn(textOf(version)), name).toEqual(phonesIn(textOf(original)));
  });

  test('stand in columns and belong to agencies that have an English version, and link to nothing else', () => {
    const known = new Set([
      ...english.columns.map(({ slug }) => `column/${slug}`),
      ...english.agencies.map(({ code }) => `agency/${code}`),
      ...versions.map(({ kind, version }) => `${kind}/${version.key}`),
      ...city.files.map(({ key }) => `file/${key}`),
    ]);
    const inText = stringsIn([english.site, english.columns, english.agencies, english.documents]).flatMap((text) => {
      const { entries, files } = referencesIn(text);
      return [...entries.map(({ kind, key }) => `${kind}/${key}`), ...files.map((key) => `file/${key}`)];
    });
    const inFields = versions.flatMap(({ kind, version }) =>
      Object.entries(version).flatMap(([field, value]) => {
        const target = [value].flat().every((part) => typeof part === 'string') ? relationOf(kind, field) : undefined;
        return target ? [value].flat().map((key) => `${target}/${key as string}`) : [];
      }),
    );
    const parents = english.columns.flatMap(({ parent }) => (parent ? [`column/${parent}`] : []));
    const all = [...inText, ...inFields, ...parents, ...english.site.newsColumns.map((slug) => `column/${slug}`)];
    expect(all.length).toBeGreaterThan(80);
    expect(all.filter((reference) => !known.has(reference))).toEqual([]);
  });

  test('have no column without content', () => {
    const all = versions.map(({ version }) => version as DemoDocument & { audiences?: string[]; alsoIn?: string[] });
    const parents = new Set(english.columns.map(({ parent }) => parent));
    const isFilled = ({ slug, kind, audience }: Record<string, unknown>) =>
      kind === 'agencies' || parents.has(slug as string) || all.some(({ column, alsoIn = [], audiences = [] }) => column === slug || alsoIn.includes(slug as string) || (kind === 'audience' && audiences.includes(audience as string)));
    expect(english.columns.filter((column) => !isFilled(column)).map(({ slug }) => slug)).toEqual([]);
  });

  test('use the rich text the CMS stores, heading by heading as in Chinese', () => {
    const withIds = (html: string) => html.replace(/(entry:[a-z-]+\/|media:)([a-z0-9-]+)/g, (_, start: string, key: string) => start + key.replaceAll('-', ''));
    const tagsOf = (html: string) => html.match(/<(?:h\d|table|tr|ol|ul|li)\b/g) ?? [];
    for (const { version, original } of versions) {
      for (const html of stringsIn(version).filter((text) => text.startsWith('<'))) expect(sanitiseRichText(withIds(html)).replaceAll(' />', '>'), version.key).toBe(withIds(html).trim());
      expect(tagsOf(String(version.body)), version.key).toEqual(tagsOf(String(original.body)));
    }
  });
});
