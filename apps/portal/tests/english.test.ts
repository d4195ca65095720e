import { isRedirect, type Page, type SearchDocument } from '@mingchuang/content';
import { EXAMPLE_TODAY } from '@mingchuang/content/examples';
import { beforeAll, describe, expect, test } from 'vitest';

import { isFile } from '../src/files/draw-file.ts';
import { builtRenderer } from './built-renderer.ts';
import { englishSnapshot } from './english-examples.ts';

let pages: Page[];
const html = new Map<string, string>();

beforeAll(async () => {
  const renderer = await builtRenderer();
  pages = [...renderer.buildPages(englishSnapshot(), { today: EXAMPLE_TODAY })].filter((page): page is Page => !isRedirect(page));
  // All at once, both languages mixed, as the publisher draws them.
  await Promise.all(pages.filter(({ template }) => !isFile(template)).map(async (page) => html.set(page.path, (await renderer.draw({ ...page, props: page.props() })).body)));
});

const isEnglish = (path: string) => path.startsWith('/en/');
const CHINESE = /.{0,60}[\u3000-\u303f\u3400-\u9fff\uff00-\uffef].{0,20}/g;
/** What a visitor reads as English: without official tags, files' names and what is marked as Chinese. */
const readable = (page: string) =>
  page
    .replace(/<meta [^>]*>|<[^>]*\slang="zh-Hans"[^>]*>[^<]*/g, '')
    .replace(/\s(?:href|src|srcset|data-key|value)="[^"]*"/g, '')
    .replace(/<a href="[^"]*\/media\/[\s\S]*?<\/a>|[^<>]*\.(?:pdf|docx?|xlsx?|jpe?g|png)[^<>]*/g, '');

describe('the English site', () => {
  test('has home, columns, documents, agencies, search and a page for what is not there', () => {
    const templates = new Set(pages.filter(({ path }) => isEnglish(path)).map(({ template }) => template));
    for (const template of ['Home', 'Landing', 'Column', 'Audience', 'Article', 'ServiceGuide', 'Journey', 'Topic', 'Agency', 'Agencies', 'Search', 'SiteMap', 'Notice'])
      expect([...templates], template).toContain(template);
  });

  test('suggests in English what leads to English pages', () => {
    const list = pages.find(({ path }) => path === '/en/search/suggestions.json')!.props() as { value: { search: string; kinds: { items: string[][] }[]; readings: string } };
    const { search, kinds, readings, words } = list.value as typeof list.value & { words: object };
    expect(search).toBe('/en/search/');
    expect(kinds.flatMap(({ items }) => items.map(([, url]) => url)).filter((url) => url && !url.startsWith('/en/'))).toEqual([]);
    expect(kinds[0]!.items.length).toBeGreaterThan(1);
    expect(readings).toBe('');
    expect(JSON.stringify([kinds, words])).not.toMatch(CHINESE);
  });

  test('says nothing in Chinese that is not marked as Chinese', () => {
    const found = [...html].flatMap(([path, page]) => (isEnglish(path) ? (readable(page).match(CHINESE) ?? []).map((text) => `${path} ${text}`) : []));
    expect(found).toEqual([]);
  });

  test('is marked as English, and Chinese pages stay Chinese, however many are drawn at once', () => {
    for (const [path, page] of html) expect(page, path).toContain(isEnglish(path) ? '<html lang="en"' : '<html lang="zh-CN"');
    expect(html.get('/')).toContain('跳到正文');
    expect(html.get('/en/')).toContain('Skip to content');
  });

  test('names each page in the other language, both ways', () => {
    const path = pages.find(({ template, path: at }) => template === 'Article' && isEnglish(at))!.path;
    const chinese = path.slice('/en'.length);
    for (const at of [path, chinese]) {
      expect(html.get(at)).toMatch(new RegExp(`<link rel="alternate" hreflang="en" href="https://[^/]+${path}">`));
      expect(html.get(at)).toMatch(new RegExp(`<link rel="alternate" hreflang="zh-Hans" href="https://[^/]+${chinese}">`));
    }
    expect(html.get(chinese)).toMatch(/<a lang="en" hreflang="en" href="(?:\.\.\/)+en\/[^"]+">\s*English/);
    expect(html.get('/gongkai/guifan/202611/a8f3k2m5/')).toMatch(/<a lang="en" hreflang="en" href="(?:\.\.\/)+en\/">/);
  });

  test('links to its own home and search', () => {
    const page = html.get('/en/search/')!;
    expect(page).toContain('data-root="../../" data-language="en"');
    expect(page).toMatch(/<a class="logo" href="\.\.\/">/);
  });

  test('says of an alert that it is in Chinese, and marks its words', async () => {
    const alert = { id: 'a1', title: '寒潮蓝色预警', level: 'blue', message: '降温，注意保暖。', url: '/gongkai/', linkText: '看怎么办', startsAt: '2026-11-09T03:00:00Z', endsAt: '2026-11-10T03:00:00Z' };
    const renderer = await builtRenderer();
    const strip = async (path: string) => (await renderer.draw({ path, template: 'AlertStrip', props: { alerts: [alert] } })).body.replace(/>\s+/g, '>').replace(/\s+</g, '<');
    const english = await strip('/en/');
    expect(english).toContain('Public alert (in Chinese)');
    expect(english).toContain('<b lang="zh-Hans">寒潮蓝色预警</b><span lang="zh-Hans">降温，注意保暖。</span>');
    expect(english).toContain('>What to do (in Chinese)</a>');
    expect(english).toContain('>Published 9 November 2026, 11:00</time>');
    expect(await strip('/')).toContain('<b>寒潮蓝色预警</b><span>降温，注意保暖。</span>');
  });

  test('writes dates in English', () => {
    const column = pages.find(({ template, path }) => template === 'Column' && isEnglish(path))!;
    expect(html.get(column.path)).toMatch(/<h2 class="sub-h">November 2026<\/h2>/);
    const found = [...html].flatMap(([path, page]) => (isEnglish(path) ? (page.match(/>\s*(?:\d{4}-)?\d\d-\d\d(?: \d\d:\d\d)?\s*</g) ?? []).map((text) => `${path} ${text}`) : []));
    expect(found).toEqual([]);
  });

  test('is searched by itself, and both are in the site map', () => {
    const documents = pages.flatMap(({ search }): SearchDocument[] => (search ? [search()] : []));
    for (const { url, language } of documents) expect(language, url).toBe(isEnglish(url) ? 'en' : undefined);
    expect(documents.some(({ language }) => language === 'en')).toBe(true);
  });
});
