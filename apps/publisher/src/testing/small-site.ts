import type { FeedLine, FileRef } from '@mingchuang/content';

import type { EntryLine } from '../feed/prepare-entry.ts';

/** A picture as the feed names it; its bytes are whatever the example CMS was given under this id. */
export function picture(id: string, version = '1'): FileRef {
  return { id, name: `${id}.png`, mime: 'image/png', size: 4, alt: '示例图片', version };
}

/** An article as the feed sends it. */
export function article(documentId: string, data: Record<string, unknown> = {}): EntryLine {
  const content = {
    title: `信息 ${documentId}`,
    column: { type: 'column', documentId: 'news' },
    agency: { type: 'agency', documentId: 'office' },
    body: '<p>正文</p>',
    path: `/news/202611/${documentId}/`,
    publishedOn: '2026-11-09',
    ...data,
  };
  return { kind: 'entry', type: 'article', documentId, locale: 'zh-Hans', version: JSON.stringify(content), data: content };
}

/** A site as the feed sends it. The lowest code of those that come at once is the main one's. */
export function site(documentId: string, domain: string, data: Record<string, unknown> = {}): EntryLine {
  const content = { title: `网站 ${documentId}`, shortName: documentId, domain, siteCode: '9900000001', theme: 'blue', sponsor: '办公室', ...data };
  return { kind: 'entry', type: 'site', documentId, locale: 'zh-Hans', version: JSON.stringify(content), data: content };
}

/** A column of a site as the feed sends it. */
export function column(documentId: string, siteId: string): EntryLine {
  const content = {
    title: documentId,
    slug: documentId,
    site: { type: 'site', documentId: siteId },
    kind: 'articles',
    columnType: 'news',
    updateClass: 'dynamic',
    description: '栏目',
    keywords: '栏目',
    path: `/${documentId}/`,
  };
  return { kind: 'entry', type: 'column', documentId, locale: 'zh-Hans', version: JSON.stringify(content), data: content };
}

/** A redirect as the feed sends it. */
export function redirect(documentId: string, from: string, to: string): EntryLine {
  const data = { from, to, site: { type: 'site', documentId: 'site' } };
  return { kind: 'entry', type: 'redirect', documentId, locale: 'zh-Hans', version: `${from}>${to}`, data };
}

/** The line that takes a document off the site. */
export function gone({ type, documentId, locale }: Pick<EntryLine, 'type' | 'documentId' | 'locale'>): FeedLine {
  return { kind: 'gone', type, documentId, locale };
}
