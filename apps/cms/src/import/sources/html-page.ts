import * as cheerio from 'cheerio';
import type { CheerioAPI } from 'cheerio';

import type { PageSelectors, Pick } from '../mapping-pages';
import { firstMatch } from '../read-value';
import type { Row } from './source-row';

/** Tags every government page carries (政府网站发展指引, 附件 3), taken where the mapping names no place of its own. */
const PAGE_TAGS = ['ArticleTitle', 'PubDate', 'ContentSource', 'ColumnName', 'Author', 'Keywords', 'Description'];

const tidy = (text: string) => text.replace(/[\s\u00a0\u3000]+/g, ' ').trim();
const toList = (value: string | readonly string[]) => (typeof value === 'string' ? [value] : value);

/** The first place that is there, by the order of the selectors. */
function findFirst($: CheerioAPI, selectors: string | readonly string[]) {
  for (const selector of toList(selectors)) {
    const found = $(selector).first();
    if (found.length) return found;
  }
  return undefined;
}

function pick($: CheerioAPI, source: Pick): string | undefined {
  const { select, attribute, match } = typeof source === 'string' ? { select: source } : source;
  const found = findFirst($, select);
  const text = tidy((attribute ? found?.attr(attribute) : found?.text()) ?? '');
  return (match ? firstMatch(text, match) : text) || undefined;
}

const readTags = ($: CheerioAPI): Row =>
  Object.fromEntries(
    PAGE_TAGS.flatMap((name) => {
      const content = $(`meta[name="${name}" i]`).attr('content')?.trim();
      return content ? [[name, content]] : [];
    }),
  );

/**
 * Reads a saved page by the selectors of the mapping.
 * @returns Its values, or why it is no document: a page without a body is a list of pages, most often.
 */
export function readHtmlPage(text: string, pages: PageSelectors): { value: Row } | { skipped: string } {
  const $ = cheerio.load(text);
  const tags = readTags($);
  const fields = Object.fromEntries(Object.entries(pages.fields).map(([name, source]) => [name, pick($, source)]));
  const attachments = pages.attachments
    ? $(pages.attachments).toArray().map((link) => ({ href: $(link).attr('href') ?? '', text: tidy($(link).text()) }))
    : [];
  for (const selector of pages.remove) $(selector).remove();
  const body = findFirst($, pages.body);
  if (!body) return { skipped: `没有找到正文（${toList(pages.body).join('、')}）` };
  const title = fields.title ?? (tags.ArticleTitle as string | undefined) ?? (tidy($('h1').first().text()) || tidy($('title').text()) || undefined);
  return { value: { ...tags, ...fields, title, body: body.html() ?? '', ...(attachments.length ? { attachments } : {}) } };
}
