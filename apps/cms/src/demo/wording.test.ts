import { join } from 'node:path';

import { describe, expect, test } from 'vitest';

import { DOCUMENT_KINDS, readCity } from './city';
import { readSites } from './sites';

const city = readCity(join(import.meta.dirname, '../../demo'));
const sites = readSites(city.folder);
const plain = (text: string) => text.replace(/<[^>]+>/g, '');

/** Every text with the place it stands in, HTML taken off or as `read` has it. */
function textsIn(value: unknown, where: string, read = plain): { where: string; text: string }[] {
  if (typeof value === 'string') return [{ where, text: read(value) }];
  if (!value || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([name, part]) => textsIn(part, `${where}.${name}`, read));
}
const withoutChineseDomain = <T extends { site: object }>(one: T) => ({ ...one, site: { ...one.site, chineseDomain: '' } });
const { folder: _folder, ...data } = { ...withoutChineseDomain(city), sites: sites.map(withoutChineseDomain) };
const texts = textsIn(data, 'city');
const matching = (pattern: RegExp, except: (match: string) => boolean = () => false) =>
  texts.flatMap(({ where, text }) => [...text.matchAll(pattern)].filter(([match]) => !except(match)).map(([match]) => `${where}: ${match}`));

const REAL_PLACES =
  /北京|天津|上海|重庆|河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南|陕西|甘肃|青海|台湾|内蒙古|广西|西藏|宁夏|新疆|香港|澳门|长江|黄河|珠江|南京|杭州|武汉|成都|西安|广州|深圳|苏州|宁波|青岛|大连|厦门|长沙|郑州|济南|合肥|福州|南昌|昆明|贵阳|太原|沈阳|长春|哈尔滨|兰州|南宁|海口|西宁|银川|拉萨|乌鲁木齐|石家庄/g;
const EMERGENCY_AND_HOTLINES = ['110', '119', '120', '12345', '12315'];

describe('the wording of the demo city', () => {
  test('names no real place', () => {
    expect(matching(REAL_PLACES)).toEqual([]);
  });

  test('prints no telephone number that could be somebody’s', () => {
    const wrong = matching(/(?<![\d-])(?:0\d{2,3}[- ]?\d{3,4}[ -]?\d{4}|1[3-9]\d{9}|[48]00[- ]?\d{3}[- ]?\d{4})(?!\d)/g, (match) => /^0000-\d{3} ?\d{4}$/.test(match));
    expect(wrong).toEqual([]);
    const dialled = texts.flatMap(({ text }) => [...text.matchAll(/打(\d[\d -]+)/g)].map(([, number]) => number!.trim()));
    expect(dialled.length).toBeGreaterThan(30);
    expect(dialled.filter((number) => !/^0000-660 \d{4}$/.test(number) && !EMERGENCY_AND_HOTLINES.includes(number))).toEqual([]);
  });

  test('marks every official code as an example', () => {
    expect(city.site).toMatchObject({ siteCode: '9900000001', notice: '演示站点：望川市为虚构城市' });
    expect(city.site.icp).toMatch(/^示ICP备/);
    expect(city.site.publicSecurityCode).toMatch(/^示公网安备/);
    for (const { creditCode } of city.agencies) expect(creditCode).toMatch(/^9900[0-9A-Z]{14}$/);
    for (const { implementationCode } of city.documents['service-item']) expect(implementationCode).toMatch(/^9900[0-9A-Z]{27}$/);
  });

  test('uses full-width punctuation between Chinese words, straight quotes and exclamation marks never', () => {
    expect(matching(/[\u4e00-\u9fa5][,;:?!()][\u4e00-\u9fa5]|[\u4e00-\u9fa5]\.(?=[\u4e00-\u9fa5])/g)).toEqual([]);
    expect(matching(/[！"']/g)).toEqual([]);
    expect(matching(/[[［【]20\d\d[\]］】]/g)).toEqual([]);
  });

  test('writes numbers and units as GB/T 15835 has them', () => {
    expect(matching(/\d+[-~]\d+(?=[年月日元个度℃%天人])/g)).toEqual([]);
    expect(matching(/\d℃|[\u4e00-\u9fa5] \d|\d [年月日元个人天岁次家所]/g)).toEqual([]);
    expect(matching(/[０-９]/g)).toEqual([]);
  });

  test('closes every quotation mark, bracket and book-title mark', () => {
    const pairs = ['“”', '（）', '《》', '〔〕'];
    const count = (text: string, sign: string) => text.split(sign).length - 1;
    const open = texts.filter(({ text }) => pairs.some((pair) => count(text, pair[0]!) !== count(text, pair[1]!)));
    expect(open.map(({ where }) => where)).toEqual([]);
  });

  test('has no filler and no vague demand', () => {
    expect(matching(/高度重视|进一步加强|切实做好|点击这里|详情请咨询|敬请期待|此处省略|内容待补|XXX|Lorem/g)).toEqual([]);
  });

  test('says no paragraph twice', () => {
    const places = new Map<string, string[]>();
    const runningTexts = textsIn(data, 'city', (html) => html).filter(({ where }) => /\.(body|answer)$/.test(where));
    for (const { where, text } of runningTexts) {
      const paragraphs = text.split(/<\/?(?:p|li|t[dh]|h\d|figcaption)[^>]*>|\n/).map((part) => plain(part).trim());
      for (const paragraph of paragraphs.filter(({ length }) => length >= 25)) places.set(paragraph, [...(places.get(paragraph) ?? []), where]);
    }
    expect([...places].filter(([, found]) => found.length > 1)).toEqual([]);
  });

  test('has no two texts alike', () => {
    const bodies = [
      ...DOCUMENT_KINDS.flatMap((kind) => city.documents[kind].map((document) => ({ name: `${kind}/${document.key}`, text: JSON.stringify([document.summary, document.body ?? document.answer ?? [document.conditions, document.questions]]) }))),
      ...city.agencies.map(({ code, duties }) => ({ name: `agency/${code}`, text: duties as string })),
      ...city.letters.map(({ key, body, answer = '' }) => ({ name: `letter/${key}`, text: body + answer })),
    ].map(({ name, text }) => ({ name, shingles: shinglesOf(plain(text)) }));
    const alike: string[] = [];
    bodies.forEach((one, index) => {
      for (const other of bodies.slice(index + 1)) {
        const share = overlap(one.shingles, other.shingles);
        if (share > 0.2) alike.push(`${one.name} ${other.name} ${share.toFixed(2)}`);
      }
    });
    expect(alike).toEqual([]);
  });
});

/** All runs of six characters, punctuation left out. */
function shinglesOf(text: string): Set<string> {
  const letters = [...text.replace(/[^\u4e00-\u9fa5\d]/g, '')];
  return new Set(letters.slice(5).map((_, index) => letters.slice(index, index + 6).join('')));
}

/** How much of the shorter text stands in the longer one. */
function overlap(one: Set<string>, other: Set<string>): number {
  const [small, large] = one.size < other.size ? [one, other] : [other, one];
  return [...small].filter((shingle) => large.has(shingle)).length / Math.max(1, small.size);
}
