import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { mediaPath, onePerAddress, siteOf, type AnyEntry, type Article, type BuildOptions, type Drawable, type Drawn, type EntryOf, type Page, type PageGroup, type RedirectPage, type Renderer, type Snapshot } from '@mingchuang/content';

/**
 * A renderer of few pure lines: a home page, a page for each article of the site, redirects and withdrawn addresses. A body with
 * THROW cannot be drawn; one with INLINE does not pass the inspection.
 */
export function createSmallRenderer(folder: string, version = 'v1'): Renderer {
  const assets = join(folder, `assets-${version}`);
  mkdirSync(join(assets, '_astro'), { recursive: true });
  writeFileSync(join(assets, '_astro', `style.${version}.css`), `:root { --version: "${version}" }`);
  writeFileSync(join(assets, 'favicon.ico'), 'icon');
  return { version, assets, buildPages, buildGroups, draw: async (page) => draw(page) };
}

const buildPages: Renderer['buildPages'] = (snapshot, options) => onePerAddress(buildGroups(snapshot, options), options.onConflict);

function* buildGroups(snapshot: Snapshot, options: BuildOptions): Generator<PageGroup> {
  for (const page of allPages(snapshot, options)) yield [page];
}

function* allPages(snapshot: Snapshot, { today, site }: BuildOptions): Generator<Page | RedirectPage> {
  const isHere = (entry: EntryOf<'article'>) => [site, undefined].includes(siteOf(snapshot, entry as unknown as AnyEntry));
  const articles = snapshot.all('article').filter(isHere).sort((a, b) => (a.documentId < b.documentId ? -1 : 1));
  yield {
    path: '/',
    template: 'Home',
    status: 200,
    digest: [today, ...articles.map(({ documentId, data }) => `${documentId}:${data.title}:${data.path}`)].join(),
    props: () => ({ title: `望川（${today}）`, body: articles.map(({ data }) => `<a href="${data.path}">${data.title}</a>`).join('') }),
  };
  for (const entry of articles) yield articlePage(entry);
  for (const { data } of snapshot.all('redirect')) yield { path: data.from, status: 301, location: data.to };
  for (const address of snapshot.addresses()) {
    if (address.state === 'moved') yield { path: address.path, status: 301, location: address.to! };
    else
      yield {
        path: address.path,
        template: 'Notice',
        status: 410,
        digest: JSON.stringify(address),
        props: () => ({ title: address.title ?? '已撤下', body: address.reason ?? '' }),
      };
  }
}

function articlePage({ type, documentId, locale, version, data }: EntryOf<'article'>): Page {
  return {
    path: data.path!,
    template: 'Article',
    status: 200,
    digest: version,
    props: () => ({ title: data.title, body: data.body + pictureOf(data) }),
    search: () => ({ url: data.path!, kind: 'article', title: data.title, aliases: [], text: data.body }),
    document: { type, documentId, locale },
  };
}

function pictureOf({ cover }: Article): string {
  return cover ? `<img src="${mediaPath(cover)}" alt="${cover.alt}">` : '';
}

function draw({ props, template }: Drawable): Drawn {
  const { title, body } = props as { title: string; body: string };
  if (body.includes('THROW')) throw new Error('the template is broken');
  const script = body.includes('INLINE') ? '<script>alert(1)</script>' : '';
  return { status: template === 'Notice' ? 410 : 200, type: 'text/html; charset=utf-8', body: page(title, body + script) };
}

function page(title: string, body: string): string {
  return `<!doctype html><html lang="zh-Hans" data-mode="standard"><head><title>${title}</title>
<meta name="SiteName" content="望川市人民政府"><meta name="SiteDomain" content="www.wangchuan.example"><meta name="SiteIDCode" content="9900000001">
</head><body><h1>${title}</h1><main>${body}</main>
<footer><p>主办：望川市人民政府办公室　电话：0000-660 1200　网站标识码：9900000001　示ICP备00000001号-1　示公网安备 00000000000001号</p></footer></body></html>`;
}
