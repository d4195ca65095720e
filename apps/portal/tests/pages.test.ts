import { execFileSync } from 'node:child_process';
import path from 'node:path';

import { ALERT_MARKER, isRedirect, MODE_MARKER, type Page } from '@mingchuang/content';
import { EXAMPLE_TODAY, exampleSite, exampleSnapshot } from '@mingchuang/content/examples';
import { HtmlValidate } from 'html-validate';
import { parseDocument } from 'htmlparser2';
import { findAll, textContent } from 'domutils';
import { beforeAll, describe, expect, test } from 'vitest';

import { exampleDrawables } from '../e2e/example-drawables.ts';
import { isFragment } from '../src/templates/fragments.ts';
import { isFile } from '../src/files/draw-file.ts';
import { builtRenderer } from './built-renderer.ts';

interface DrawnPage {
  path: string;
  template: string;
  html: string;
}
let pages: DrawnPage[];

beforeAll(async () => {
  const renderer = await builtRenderer();
  const all = [...renderer.buildPages(exampleSnapshot(), { today: EXAMPLE_TODAY })].filter((page): page is Page => !isRedirect(page));
  const drawables = [
    ...all.filter(({ template }) => !isFile(template)).map((page) => ({ ...page, props: page.props() })),
    ...exampleDrawables().filter(({ template }) => !isFragment(template)),
  ];
  pages = await Promise.all(
    drawables.map(async (drawable) => ({ path: drawable.path, template: drawable.template, html: (await renderer.draw(drawable)).body })),
  );
});

const metaOf = (html: string) =>
  findAll(({ name }) => name === 'meta', parseDocument(html).children).map(({ attribs }) => [attribs.name, attribs.content]);
const valueOf = (html: string, name: string) => metaOf(html).find(([key]) => key === name)?.[1];
const SITE = ['SiteName', 'SiteDomain', 'SiteIDCode'];
const COLUMN = ['ColumnName', 'ColumnDescription', 'ColumnKeywords', 'ColumnType'];
const CONTENT = ['ArticleTitle', 'PubDate', 'ContentSource'];

describe('every page', () => {
  test('carries the marks the gateway works with, exactly once', () => {
    for (const { path: at, html } of pages) {
      expect(html.split(MODE_MARKER).length, at).toBe(2);
      expect(html.split(ALERT_MARKER).length, at).toBe(2);
      expect(html.indexOf(ALERT_MARKER), at).toBeGreaterThan(html.indexOf('</header>'));
    }
  });

  test('has nothing inline that the policy would refuse', () => {
    for (const { path: at, html } of pages) {
      expect(html, at).not.toMatch(/\sstyle=|<style|\son[a-z]+=/i);
      expect(html, at).not.toMatch(/<script(?![^>]*\ssrc=)[^>]*>/);
    }
  });

  test('has one title of the first level, a language, and no id twice', () => {
    for (const { path: at, html } of pages) {
      expect(html.match(/<h1[\s>]/g)?.length, at).toBe(1);
      expect(html, at).toContain('<html lang="zh-CN"');
      const ids = [...html.matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id);
      expect(new Set(ids).size, `${at} ${ids.join()}`).toBe(ids.length);
    }
  });

  test('is valid HTML', async () => {
    const validator = new HtmlValidate({ extends: ['html-validate:standard'] });
    expect((await validator.validateString('<p><div></div></p>')).valid).toBe(false);
    for (const { path: at, html } of pages) {
      const { results } = await validator.validateString(html);
      expect(results.flatMap(({ messages }) => messages.map(({ ruleId, message, line }) => `${ruleId}, line ${line}: ${message}`)), at).toEqual([]);
    }
  });

  test('names other pages relatively, so that the elderly mode is kept', () => {
    for (const { path: at, html } of pages) {
      const root = [...html.matchAll(/<(?:a|form)\s[^>]*\s(?:href|action)="(\/[^"]*)"/g)].map(([tag, to]) => [tag, to]);
      const wrong = root.filter(([tag, to]) => !tag?.includes('data-to=') && !/^\/(?:media|elder)\//.test(to ?? ''));
      expect(wrong, at).toEqual([]);
    }
  });

  test('shows the seven elements of the footer', () => {
    const { icp, publicSecurityCode, siteCode, sponsor, phone } = exampleSite.data;
    for (const { path: at, html } of pages) {
      const footer = html.slice(html.indexOf('<footer'));
      for (const text of ['党政机关网站标识', '我为政府网站找错', siteCode, sponsor, phone!, icp!, publicSecurityCode!, '站点地图'])
        expect(footer, `${at}: ${text}`).toContain(text);
    }
  });
});

describe('official tags (政府网站发展指引 附件 网页标签)', () => {
  const documents = ['Article', 'Journey', 'PolicyDocument', 'Interpretation', 'ServiceGuide', 'Question', 'Letter', 'DisclosurePage', 'AnnualReport', 'PublicNotice', 'PowerItem'];
  const columns = ['Landing', 'Column', 'Services', 'ServicesHome', 'PolicyLibrary', 'FacetList', 'Journeys', 'Audience', 'Questions', 'Agencies', 'Letters', 'DisclosurePlatform', 'DisclosurePages', 'StatutoryCatalogue', 'CatalogueList', 'AnnualReports', 'PowerItems'];

  test('stand on every page by its kind, none empty', () => {
    for (const { path: at, template, html } of pages) {
      const wanted = [...SITE, ...(columns.includes(template) || documents.includes(template) ? COLUMN : []), ...(documents.includes(template) ? CONTENT : [])];
      for (const name of wanted) expect(valueOf(html, name), `${name} of ${at}`).toBeTruthy();
      expect(metaOf(html).filter(([name, content]) => name && (!content || content === 'null' || content === 'undefined')), at).toEqual([]);
    }
  });

  test('agree with what is visible', () => {
    for (const { path: at, html } of pages.filter(({ template }) => documents.includes(template))) {
      const heading = findAll(({ name }) => name === 'h1', parseDocument(html).children).map((node) => textContent(node).trim());
      expect(valueOf(html, 'ArticleTitle'), at).toBe(heading[0]);
    }
    expect(valueOf(pages[0]!.html, 'SiteDomain')).not.toContain('://');
  });

  test('give the time of publication to the minute, and only the day where no time is known', () => {
    const timeOf = (end: string) => valueOf(pages.find(({ path: at }) => at.endsWith(end))!.html, 'PubDate');
    expect(timeOf('/n4h8k2w6/')).toBe('2026-11-22 08:10');
    expect(timeOf('/d6g2l8s5/')).toBe('2026-06-18');
  });
});

test('the pages are the same wherever the machine is', () => {
  const draw = (zone: string) =>
    execFileSync(process.execPath, ['--import', 'tsx', path.join(import.meta.dirname, 'print-digest.ts')], {
      env: { ...process.env, TZ: zone },
      encoding: 'utf8',
    });
  const [west, east] = [draw('America/Los_Angeles'), draw('Asia/Shanghai')];
  expect(west).toBe(east);
  expect(west).toMatch(/^[0-9a-f]{40}\n$/);
});
