import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

import { LETTER_LIMITS, workingDaysBetween } from '@mingchuang/content';
import { describe, expect, test } from 'vitest';

import { sanitiseRichText } from '../rich-text/sanitise';
import { DOCUMENT_KINDS, readCity, type DemoDocument, type DocumentKind } from './city';
import { relationOf } from './fields';
import { instantOf, publicIdOf } from './identities';
import { referencesIn } from './links';

const APP = join(import.meta.dirname, '../..');
const city = readCity(join(APP, 'demo'));
const { documents } = city;
const everyDocument = DOCUMENT_KINDS.flatMap((kind) => documents[kind].map((document) => ({ kind, document })));
const isRichText = (text: string) => /^<(p|h2|ul|ol|table|figure|blockquote)\b/.test(text.trim());
const plain = (html: string) => html.replace(/<[^>]+>/g, '');

/** Every string of some data. */
function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return value && typeof value === 'object' ? Object.values(value).flatMap(stringsIn) : [];
}

const richTexts = [
  ...everyDocument.flatMap(({ kind, document }) => stringsIn(document).filter(isRichText).map((html) => ({ where: `${kind}/${document.key}`, html }))),
  ...city.agencies.map(({ code, duties }) => ({ where: `agency/${code} duties`, html: duties as string })),
];

/** Runs a check over many and lists the ones that fail, so that all are seen at once. */
const failing = <T>(items: readonly T[], passes: (item: T) => boolean, name: (item: T) => unknown = (item) => item) => items.filter((item) => !passes(item)).map(name);

describe('the demo city', () => {
  test('is as large as promised', () => {
    expect(city.agencies).toHaveLength(20);
    expect(city.agencies.filter(({ acceptsCases }) => acceptsCases)).toHaveLength(14);
    expect(documents.article.length).toBeGreaterThanOrEqual(60);
    expect(documents['policy-document'].length).toBeGreaterThanOrEqual(20);
    expect(documents['service-item'].length).toBeGreaterThanOrEqual(40);
    expect(documents.faq.length).toBeGreaterThanOrEqual(40);
    expect(documents.interpretation.length).toBeGreaterThanOrEqual(18);
    expect(city.letters.length).toBeGreaterThanOrEqual(30);
    expect(documents.article.filter(({ cover }) => cover).length).toBeGreaterThanOrEqual(15);
    expect(everyDocument.filter(({ document }) => document.attachments).length).toBeGreaterThanOrEqual(2);
    const { tasks, identities, lifeEvents, elderTasks } = city.site as Record<string, unknown[]>;
    expect([tasks, identities, lifeEvents, elderTasks].map((list) => list!.length)).toEqual([8, 6, 8, 6]);
  });

  test('gives every document an identity of its own', () => {
    const ids = everyDocument.map(({ kind, document }) => publicIdOf(kind, document.key));
    expect(new Set(ids).size).toBe(ids.length);
    const titles = everyDocument.map(({ document }) => document.title);
    expect(new Set(titles).size).toBe(titles.length);
  });

  test('has no empty column: every leaf holds at least two items', () => {
    const parents = new Set(city.columns.map(({ parent }) => parent));
    const leaves = city.columns.filter(({ slug, kind }) => !parents.has(slug) && kind !== 'agencies' && kind !== 'letters');
    const standsIn = ({ slug, kind, audience }: Record<string, unknown>, document: DemoDocument) => {
      if (kind === 'audience') return (document.audiences as unknown[] | undefined)?.includes(audience);
      return kind === 'catalogue' ? document.disclosure !== undefined : document.column === slug;
    };
    const isFilled = (column: Record<string, unknown>) => everyDocument.filter(({ document }) => standsIn(column, document)).length >= 2;
    expect(failing(leaves, isFilled, ({ slug }) => slug)).toEqual([]);
  });

  test('resolves every reference', () => {
    const known = new Set([
      ...everyDocument.map(({ kind, document }) => `${kind}/${document.key}`),
      ...city.columns.map(({ slug }) => `column/${slug}`),
      ...city.agencies.map(({ code }) => `agency/${code}`),
      ...city.files.map(({ key }) => `file/${key}`),
    ]);
    const inText = stringsIn([city.site, city.alerts, city.redirects, city.searchRules, documents]).flatMap((text) => {
      const { entries, files } = referencesIn(text);
      return [...entries.map(({ kind, key }) => `${kind}/${key}`), ...files.map((key) => `file/${key}`)];
    });
    const inFields = (of: string, value: object): string[] =>
      Object.entries(value).flatMap(([field, content]) => {
        const kind = relationOf(of, field);
        const parts = [content].flat() as unknown[];
        if (kind && parts.every((part) => typeof part === 'string')) return parts.map((key) => `${kind}/${key as string}`);
        return parts.flatMap((part) => (part && typeof part === 'object' ? inFields(of, part) : []));
      });
    const all = [...inText, ...everyDocument.flatMap(({ kind, document }) => inFields(kind, document)), ...city.site.newsColumns.map((slug) => `column/${slug}`)];
    expect(all.length).toBeGreaterThan(350);
    expect(all.filter((reference) => !known.has(reference))).toEqual([]);
  });

  test('links policies and services from both sides', () => {
    const fromPolicies = documents['policy-document'].flatMap(({ key, services = [] }) => (services as string[]).map((service) => `${key} ${service}`));
    const fromServices = documents['service-item'].flatMap(({ key, policies = [] }) => (policies as string[]).map((policy) => `${policy} ${key}`));
    expect(fromPolicies.sort()).toEqual(fromServices.sort());
  });

  test('has every policy explained one to three times, the first within five days', () => {
    for (const { key, published } of documents['policy-document']) {
      const about = documents.interpretation.filter((interpretation) => (interpretation.documents as string[]).includes(key));
      expect(about.length, key).toBeGreaterThanOrEqual(1);
      expect(about.length, key).toBeLessThanOrEqual(3);
      const first = Math.min(...about.map((interpretation) => Date.parse(instantOf(interpretation.published))));
      expect((first - Date.parse(instantOf(published))) / 86_400_000, key).toBeLessThan(5);
    }
    expect(new Set(documents.interpretation.map(({ form }) => form))).toEqual(new Set(['text', 'picture', 'questions', 'press']));
    expect(new Set(documents['policy-document'].map(({ validity }) => validity))).toEqual(new Set(['effective', 'amended', 'repealed', 'expired', 'unmarked']));
  });

  test('has letters of half a year, to many agencies, nearly all answered in time', () => {
    const answered = city.letters.filter(({ state }) => state === 'answered' || state === 'rated');
    const late = answered.filter(({ received, answered: on, purpose }) => workingDaysBetween(received.slice(0, 10), on!.slice(0, 10)) > LETTER_LIMITS[purpose]);
    expect(late.length).toBeGreaterThan(0);
    expect(late.length / answered.length).toBeLessThan(0.1);
    const months = ['2026-06', '2026-07', '2026-08', '2026-09', '2026-10', '2026-11'];
    expect(failing(months, (month) => city.letters.filter(({ received }) => received.startsWith(month)).length >= 3)).toEqual([]);
    expect(new Set(city.letters.map(({ agency }) => agency)).size).toBeGreaterThan(10);
    const accepting = city.agencies.filter(({ acceptsCases }) => acceptsCases).map(({ code }) => code);
    expect(failing(city.letters, ({ agency }) => agency === undefined || accepting.includes(agency), ({ key }) => key)).toEqual([]);
    expect(new Set(city.letters.map(({ state }) => state))).toEqual(new Set(['received', 'assigned', 'handling', 'submitted', 'answered', 'rated']));
    expect(failing(city.letters, ({ received }) => received < '2026-11-21 09:00', ({ key }) => key)).toEqual([]);
  });

  test('says of every policy out of force or changed why, and that it has ended only when it has', () => {
    const policies = documents['policy-document'];
    const needReason = policies.filter(({ validity }) => ['amended', 'repealed', 'expired'].includes(validity as string));
    expect(failing(needReason, ({ validityReason = '' }) => (validityReason as string).length > 15, ({ key }) => key)).toEqual([]);
    expect(failing(policies, ({ validity, expiresOn }) => (expiresOn as string) < '2026-11-22' === ['repealed', 'expired'].includes(validity as string), ({ key }) => key)).toEqual([]);
    const changedBy = (field: string) => policies.flatMap((policy) => (policy[field] ?? []) as string[]).sort();
    const having = (validity: string) => policies.filter((policy) => policy.validity === validity).map(({ key }) => key).sort();
    expect(changedBy('repeals')).toEqual(having('repealed'));
    expect(changedBy('amends')).toEqual(having('amended'));
  });

  test('has something for every audience: at least ten items each', () => {
    const AUDIENCES = ['citizen', 'business', 'investor', 'visitor', 'overseas-chinese', 'rural'];
    const itemsFor = (audience: string) => everyDocument.filter(({ document }) => ((document.audiences ?? []) as string[]).includes(audience)).length;
    expect(failing(AUDIENCES, (audience) => itemsFor(audience) >= 10)).toEqual([]);
  });

  test('has every column as fresh as its update class demands', () => {
    const DAYS = { dynamic: 14, policy: 180, personnel: 365, static: Infinity };
    const newest = (slug: string) => everyDocument.filter(({ document }) => document.column === slug).map(({ document }) => document.published).sort().at(-1);
    const age = (published: string) => (Date.parse('2026-11-22T00:00:00Z') - Date.parse(`${published.slice(0, 10)}T00:00:00Z`)) / 86_400_000;
    const stale = city.columns.filter(({ slug, updateClass }) => age(newest(slug) ?? '2026-11-22') > DAYS[updateClass as keyof typeof DAYS]);
    expect(stale.map(({ slug }) => slug)).toEqual([]);
  });

  test('is dated by 22 November 2026 and never before it was written', () => {
    expect(failing(everyDocument, ({ document }) => document.published <= '2026-11-22 09:00', ({ document }) => document.key)).toEqual([]);
    expect(failing(documents['policy-document'], ({ writtenOn, published }) => (writtenOn as string) <= published, ({ key }) => key)).toEqual([]);
    for (const { received, assigned = received, accepted = assigned, answered = accepted, published = answered, key } of city.letters) {
      expect([received, assigned, accepted, answered, published], key).toEqual([received, assigned, accepted, answered, published].sort());
    }
  });
});

describe('the schema', () => {
  const schemaOf = (path: string) => JSON.parse(readFileSync(join(APP, 'src', path), 'utf8')).attributes as Record<string, Record<string, any>>;
  const typeOf = (kind: string) => schemaOf(`api/${kind}/content-types/${kind}/schema.json`);

  /** What is wrong with data by its schema: unknown, missing, too long, not one of the choices. */
  function problems(data: Record<string, any>, schema: Record<string, Record<string, any>>, given: readonly string[] = []): string[] {
    const unknown = Object.keys(data).filter((field) => !schema[field]).map((field) => `${field} is unknown`);
    const wrong = Object.entries(schema).flatMap(([field, attribute]) => {
      const value = data[field];
      if (value === undefined || value === '') return attribute.required && attribute.default === undefined && !given.includes(field) ? [`${field} is missing`] : [];
      if (attribute.type === 'component') {
        const [group, name] = attribute.component.split('.');
        return [value].flat().flatMap((part) => problems(part, schemaOf(`components/${group}/${name}.json`)).map((problem) => `${field}: ${problem}`));
      }
      const choices = attribute.enum ?? Object.keys(attribute.pluginOptions?.editor?.options ?? {});
      const chosen = attribute.type === 'enumeration' || attribute.customField === 'global::choices' ? [value].flat() : [];
      return [
        ...chosen.filter((choice) => !choices.includes(choice)).map((choice) => `${field}: ${choice} is no choice`),
        ...(typeof value === 'string' && [...value].length > (attribute.maxLength ?? Infinity) ? [`${field} is too long`] : []),
        ...(attribute.regex && !new RegExp(attribute.regex).test(value) ? [`${field} has not the right form`] : []),
        ...(attribute.type === 'integer' && !Number.isInteger(value) ? [`${field} is no whole number`] : []),
      ];
    });
    return [...unknown, ...wrong];
  }

  test.each(DOCUMENT_KINDS.map((kind) => [kind]))('is kept by every %s', (kind: DocumentKind) => {
    const found = documents[kind].flatMap(({ key, published: _published, ...data }) => problems(data, typeOf(kind)).map((problem) => `${key}: ${problem}`));
    expect(found).toEqual([]);
  });

  test('is kept by site, columns and agencies', () => {
    expect(problems(city.site, typeOf('site'))).toEqual([]);
    expect(city.columns.flatMap((column) => problems(column, typeOf('column'), ['site']))).toEqual([]);
    expect(city.agencies.flatMap((agency) => problems(agency, typeOf('agency'), ['site']))).toEqual([]);
  });

  const EXPECTED: Partial<Record<DocumentKind, string[]>> = {
    article: ['summary', 'source', 'editor', 'audiences', 'agency'],
    'policy-document': ['issuer', 'documentNumber', 'topic', 'genre', 'subjectWords', 'writtenOn', 'effectiveOn', 'expiresOn', 'summary', 'disclosure', 'source', 'editor'],
    interpretation: ['summary', 'documents', 'source', 'editor'],
    'service-item': ['plainName', 'aliases', 'summary', 'basis', 'conditions', 'materials', 'steps', 'windows', 'consultationPhone', 'complaintPhone', 'questions', 'implementationCode', 'theme', 'targets', 'channels', 'promisedLimit', 'promisedUnit', 'version', 'effectiveOn'],
    faq: ['otherWays', 'reviewedOn', 'audiences', 'agency'],
  };
  test.each(Object.entries(EXPECTED))('every %s has what an editor would fill in', (kind, fields) => {
    const found = documents[kind as DocumentKind].flatMap((document: DemoDocument) => fields!.filter((field) => document[field] === undefined || document[field] === '').map((field) => `${document.key}: ${field}`));
    expect(found).toEqual([]);
  });
});

describe('the rich texts', () => {
  test('use the vocabulary only, as the CMS stores it', () => {
    const withIds = (html: string) => html.replace(/(entry:[a-z-]+\/|media:)([a-z0-9-]+)/g, (_, start: string, key: string) => start + key.replaceAll('-', ''));
    const changed = richTexts.filter(({ html }) => sanitiseRichText(withIds(html)).replaceAll(' />', '>') !== withIds(html).trim());
    expect(changed.map(({ where }) => where)).toEqual([]);
  });

  test('step down one heading at a time and give every table its header cells', () => {
    for (const { where, html } of richTexts) {
      const levels = [1, ...[...html.matchAll(/<h([2-4])>/g)].map(([, level]) => Number(level))];
      levels.slice(1).forEach((level, index) => expect(level - levels[index]!, where).toBeLessThanOrEqual(1));
      const tables = html.match(/<table>[\s\S]*?<\/table>/g) ?? [];
      for (const table of tables) expect(table, where).toMatch(/<th scope="col">/);
    }
  });

  const lengthsOf = (kind: DocumentKind) => documents[kind].map(({ key, body }) => [key, plain(body as string).replace(/\s/g, '').length] as const);

  test('articles have substance: 300 to 1,000 characters', () => {
    expect(lengthsOf('article').filter(([, length]) => length < 300 || length > 1000)).toEqual([]);
  });

  test('policy documents are whole documents: 400 to 2,500 characters', () => {
    expect(lengthsOf('policy-document').filter(([, length]) => length < 400 || length > 2500)).toEqual([]);
  });
});

describe('the pictures and files', () => {
  test('exist, are small, are described, and are all used', () => {
    const pictures = city.files.filter(({ file }) => file.endsWith('.webp'));
    expect(failing(city.files, ({ file }) => existsSync(join(city.folder, file)) && statSync(join(city.folder, file)).size <= 60_000, ({ key }) => key)).toEqual([]);
    expect(failing(pictures, ({ alt = '' }) => alt.length >= 12 && alt.endsWith('。'), ({ key }) => key)).toEqual([]);
    expect(new Set(pictures.map(({ alt }) => alt)).size).toBe(pictures.length);
    const drawn = readdirSync(join(city.folder, 'pictures')).filter((name) => name.endsWith('.webp'));
    expect(drawn.sort()).toEqual(pictures.map(({ file }) => file.replace('pictures/', '')).sort());
    const used = JSON.stringify(documents);
    expect(failing(city.files, ({ key }) => used.includes(`"${key}"`) || used.includes(`media:${key}`), ({ key }) => key)).toEqual([]);
  });

  test('the table of the counties adds up to the figures of the city', () => {
    const csv = readFileSync(join(city.folder, 'files/2026年前三季度分县区主要数据.csv'), 'utf8').trim().split('\n').slice(1);
    const sum = (column: number) => csv.reduce((total, line) => total + Number(line.split(',')[column]), 0);
    const { series } = documents.statistic.find(({ key }) => key === 'qiansanji-2026')! as unknown as { series: { points: { value: number }[] }[] };
    const latest = series.map(({ points }) => points.at(-1)!.value);
    expect(csv).toHaveLength(7);
    expect([sum(1).toFixed(1), sum(3).toFixed(1), (sum(5) / 10_000).toFixed(2)]).toEqual(latest.slice(0, 3).map(String));
  });

  test('the budgets add up: last year in one is the year itself in another, and the history ends with the totals', () => {
    type Budget = { year: number; kind: string; agency: string; scope: string; lines: { section: string; name: string; amount: number; lastYear?: number }[]; history?: { year: number; income: number; expenditure: number }[] };
    const budgets = documents.budget as unknown as Budget[];
    for (const { year, kind, agency, scope, lines, history } of budgets) {
      const before = budgets.find((other) => other.year === year - 1 && other.kind === kind && other.agency === agency && other.scope === scope);
      for (const { section, name, lastYear } of lines)
        if (before && lastYear !== undefined) expect(before.lines.find((line) => line.section === section && line.name === name)?.amount, `${year} ${name}`).toBe(lastYear);
      const sum = (section: string) => lines.filter((line) => line.section === section).reduce((total, { amount }) => total + amount, 0);
      const last = history?.at(-1);
      if (last) expect([last.year, last.income, last.expenditure]).toEqual([year, sum('income'), sum('expenditure')]);
    }
  });
});
