import { join } from 'node:path';

import { describe, expect, test } from 'vitest';

import { DOCUMENT_KINDS, readCity } from './city';
import { publicIdOf } from './identities';
import { referencesIn } from './links';
import { readSites } from './sites';

const city = readCity(join(import.meta.dirname, '../../demo'));
const sites = readSites(city.folder);
const plain = (html: string) => html.replace(/<[^>]+>/g, '').replace(/\s/g, '');

describe.each(sites.map((site) => [site.site.shortName as string, site] as const))('the site of %s', (_name, { site, columns, agencies, documents }) => {
  test('has domain, code, notice and theme of its own', () => {
    for (const field of ['domain', 'chineseDomain', 'siteCode', 'theme', 'icp', 'publicSecurityCode']) expect(site[field], field).not.toBe((city.site as Record<string, unknown>)[field]);
    expect(site.notice).toMatch(/^演示站点：.*虚构/);
    expect(site.siteCode > city.site.siteCode, 'the city is the main site').toBe(true);
    expect(site.icp).toMatch(/^示ICP备/);
  });

  test('takes no address, code or identity of the city', () => {
    const taken = (list: readonly string[], others: readonly string[]) => list.filter((one) => others.includes(one));
    expect(taken(columns.map(({ slug }) => slug), city.columns.map(({ slug }) => slug))).toEqual([]);
    expect(taken(agencies.map(({ code }) => code), city.agencies.map(({ code }) => code))).toEqual([]);
    const ids = (kind: (typeof DOCUMENT_KINDS)[number], of: typeof documents) => of[kind].map(({ key }) => publicIdOf(kind, key));
    for (const kind of DOCUMENT_KINDS) expect(taken(ids(kind, documents), ids(kind, city.documents))).toEqual([]);
  });

  test('fills its columns, and refers to nothing but itself and the pictures of the city', () => {
    const known = [...columns.map(({ slug }) => `column/${slug}`), ...agencies.map(({ code }) => `agency/${code}`), ...documents.article.map(({ key }) => `article/${key}`)];
    const named = documents.article.flatMap(({ column, agency }) => [`column/${column}`, `agency/${agency}`]);
    const linked = referencesIn(JSON.stringify([site, documents])).entries.map(({ kind, key }) => `${kind}/${key}`);
    expect([...named, ...linked, ...site.newsColumns.map((slug) => `column/${slug}`)].filter((reference) => !known.includes(reference))).toEqual([]);
    expect(documents.article.flatMap(({ cover }) => cover ?? []).filter((cover) => !city.files.some(({ key }) => key === cover))).toEqual([]);
    const thin = columns.filter(({ slug, kind }) => kind === 'articles' && documents.article.filter(({ column }) => column === slug).length < 2);
    expect(thin.map(({ slug }) => slug)).toEqual([]);
  });

  test('has articles of substance: 300 to 1,000 characters', () => {
    expect(documents.article.filter(({ body }) => plain(body as string).length < 300 || plain(body as string).length > 1000).map(({ key }) => key)).toEqual([]);
  });
});
