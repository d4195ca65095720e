import type { Drawable } from '@mingchuang/content';

import type { TemplateProps } from '../templates/props.ts';
import { writeCsv } from './csv.ts';
import { writeRss } from './rss.ts';
import { writeSitemap, writeSitemapIndex } from './sitemap.ts';

const XML = 'application/xml; charset=utf-8';

/** A file as it is served. */
export interface DrawnFile {
  type: string;
  body: string;
}

type FileTemplate = 'Rss' | 'Sitemap' | 'SitemapIndex' | 'Robots' | 'Json' | 'Manifest' | 'Csv' | 'JsonLd';

const FILES: { [T in FileTemplate]: (props: TemplateProps[T]) => DrawnFile } = {
  Rss: (props) => ({ type: 'application/rss+xml; charset=utf-8', body: writeRss(props) }),
  Sitemap: (props) => ({ type: XML, body: writeSitemap(props) }),
  SitemapIndex: (props) => ({ type: XML, body: writeSitemapIndex(props) }),
  // The elderly mode may be found: each of its pages names the standard one as canonical.
  Robots: ({ domain }) => ({
    type: 'text/plain; charset=utf-8',
    body: `User-agent: *\nDisallow: /elder/hant/\nDisallow: /hant/\nDisallow: /link/\nDisallow: /letters/receipt/\nSitemap: https://${domain}/sitemap.xml\n`,
  }),
  Csv: (props) => ({ type: 'text/csv; charset=utf-8', body: writeCsv(props) }),
  JsonLd: ({ value }) => ({ type: 'application/ld+json; charset=utf-8', body: `${JSON.stringify(value)}\n` }),
  Manifest: ({ manifest }) => ({ type: 'application/manifest+json', body: `${JSON.stringify(manifest)}\n` }),
  Json: ({ value }) => ({ type: 'application/json; charset=utf-8', body: `${JSON.stringify(value)}\n` }),
};

/** True for templates that write text instead of a page. */
export function isFile(template: string): template is FileTemplate {
  return Object.hasOwn(FILES, template);
}

/** Writes a text file of the site; `undefined` when the template is a page. */
export function drawFile({ template, props }: Drawable): DrawnFile | undefined {
  return isFile(template) ? (FILES[template] as (props: object) => DrawnFile)(props) : undefined;
}
