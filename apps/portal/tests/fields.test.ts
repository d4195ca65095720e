import { isRedirect, MemorySnapshot, REGISTRY, type AnyEntry, type ContentTypeName, type Page, type Renderer } from '@mingchuang/content';
import { EXAMPLE_TODAY, exampleAddresses, exampleEntries } from '@mingchuang/content/examples';
import { beforeAll, describe, expect, test } from 'vitest';

import { builtRenderer } from './built-renderer.ts';
import { changeAt, leavesOf, type Leaf } from './leaves.ts';

/** The example of each type that has every field, and the page that shows it. */
const SHOWN = {
  site: ['site-wangchuan', '/'],
  agency: ['agency-housing', '/jigou/zjj/'],
  article: ['article-heating', '/zixun/yaowen/202611/n4h8k2w6/'],
  budget: ['budget-city-2026', '/gongkai/yusuan/202602/b7g2d5k9/'],
  column: ['column-citizens', '/renqun/shimin/'],
  faq: ['faq-fund', '/fuwu/wenda/202609/w3q7e1r5/'],
  journey: ['journey-settle', '/fuwu/yijianshi/202610/aj4k7m2p/'],
  interpretation: ['interpretation-picture', '/gongkai/jiedu/202611/c9k5j7h3/'],
  'policy-document': ['policy-lift', '/gongkai/guifan/202611/a8f3k2m5/'],
  'disclosure-page': ['disclosure-guide', '/gongkai/zfxxgk/zhinan/202603/g1z3h5n7/'],
  'annual-report': ['report-2025', '/gongkai/zfxxgk/nianbao/202603/n2b4g6h8/'],
  'public-notice': ['notice-subsidy', '/gongkai/gongshi/202611/g3s5b7z9/'],
  'power-item': ['power-residence', '/gongkai/quanze/202607/q4z6j8k1/'],
  leader: ['leader-wen', '/gongkai/lingdao/202603/l5d2w8y1/'],
  dataset: ['dataset-toilets', '/shuju/202610/d4t9s2w7/'],
  topic: ['topic-lift', '/gongkai/zhuanti/202605/t2p6l8x3/'],
  'supervision-report': ['supervision-quarter', '/jiancha/202610/s3v7b1n4/'],
  project: ['project-bridge', '/gongkai/xiangmu/202611/p6b3r8q2/'],
  statistic: ['statistic-quarter', '/gongkai/tongji/202610/q3s7t1c5/'],
  'service-item': ['service-residence', '/fuwu/geren/202608/jzz3m9x1/'],
  consultation: ['consultation-lift', '/hudong/zhengji/202606/zqdt6r2w/'],
  survey: ['survey-bus', '/hudong/diaocha/202611/yjgj2b6v/'],
  interview: ['interview-lift', '/hudong/fangtan/202611/ftdt8q5s/'],
} as const satisfies Partial<Record<ContentTypeName, readonly [string, string]>>;
type Shown = keyof typeof SHOWN;

const ADDRESS = 'is the address of the page itself';
const ORDER = 'decides where it stands in lists';

/** Public fields that are not for the page of their document, and why. */
const NOT_ON_THE_PAGE: Record<Shown, Record<string, string>> = {
  site: {
    cityName: 'is for names of columns such as 走进望川, which editors write',
    countSearches: 'decides whether the search page reports what is searched for',
    chineseDomain: 'the rules ask for one main domain in the header; the Chinese one leads to it',
    description: 'for search engines: stands in the head of pages without a description of their own',
  },
  agency: {
    path: ADDRESS,
    code: 'is part of the address',
    site: 'decides which site it belongs to',
    order: ORDER,
    acceptsCases: 'decides whether the letter form offers it',
  },
  consultation: { path: ADDRESS, acceptsOnline: 'decides whether the page has a form while it is open' },
  survey: { path: ADDRESS },
  interview: { path: ADDRESS },
  article: { path: ADDRESS, alsoIn: 'decides in which other lists it stands' },
  column: {
    path: ADDRESS,
    slug: 'is part of the address',
    site: 'decides which site it belongs to',
    kind: 'decides which template draws it',
    audience: 'decides what a channel of an audience lists',
    updateClass: 'is for those who keep the site, not for visitors',
    order: ORDER,
    inNavigation: 'decides whether a first-level column stands in the navigation',
  },
  'annual-report': { path: ADDRESS },
  'disclosure-page': { path: ADDRESS },
  'power-item': { path: ADDRESS },
  'public-notice': { path: ADDRESS },
  budget: { path: ADDRESS },
  leader: { path: ADDRESS, order: ORDER },
  dataset: { path: ADDRESS },
  topic: { path: ADDRESS },
  'supervision-report': { path: ADDRESS },
  project: { path: ADDRESS },
  statistic: { path: ADDRESS },
  faq: { path: ADDRESS, otherWays: 'is for the search' },
  interpretation: { path: ADDRESS },
  journey: { path: ADDRESS },
  'policy-document': { path: ADDRESS },
  'service-item': {
    path: ADDRESS,
    aliases: 'is for the search',
    journeys: 'is shown from the side of the journey, whose steps alone decide the order',
  },
};

let renderer: Renderer;
beforeAll(async () => {
  renderer = await builtRenderer();
});

async function draw(entries: readonly AnyEntry[], path: string): Promise<string> {
  for (const page of renderer.buildPages(new MemorySnapshot(entries, exampleAddresses), { today: EXAMPLE_TODAY }))
    if (!isRedirect(page) && page.path === path) return (await renderer.draw({ ...(page as Page), props: page.props() })).body;
  throw new Error(`There is no page at ${path}`);
}

describe('templates', () => {
  test.each(Object.keys(SHOWN) as Shown[])('show every public field of %s', async (type) => {
    const [id, path] = SHOWN[type];
    const before = await draw(exampleEntries, path);
    const entry = exampleEntries.find(({ documentId }) => documentId === id)!;
    const wanted = REGISTRY[type].fields.filter((field) => !(field in NOT_ON_THE_PAGE[type]));
    const missing: string[] = [];
    for (const leaf of wanted.flatMap((field) => leavesOf(type, entry, field))) {
      const after = await draw(withChange(entry, leaf), path);
      if (after === before) missing.push(leaf.path.join('.'));
    }
    expect(missing, `not shown on ${path}`).toEqual([]);
  });

  test('have reasons only for fields that exist', () => {
    for (const type of Object.keys(SHOWN) as Shown[])
      for (const field of Object.keys(NOT_ON_THE_PAGE[type])) expect(REGISTRY[type].fields, type).toContain(field);
  });
});

const withChange = (entry: AnyEntry, leaf: Leaf): AnyEntry[] =>
  exampleEntries.map((other) =>
    other === entry
      ? ({ ...entry, version: `${entry.version}+${leaf.path.join('.')}`, data: changeAt(entry.data, leaf.path, leaf.value) } as AnyEntry)
      : other,
  );
