import { spawn } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { isRedirect, type Page, type RedirectPage, type Renderer } from '@mingchuang/content';

const PROGRAM = '@11ty/eleventy@3.1.8';

/** What an article or a list of them shows, as our templates get it. */
interface Shown {
  path: string;
  column?: { title: string; path: string };
  article?: { title: string; summary?: string; publishedOn: string };
  agency?: { title: string; path: string };
  body?: { html: string };
  cards?: { title: string; path: string; date?: string }[];
}

const ARTICLE = `---
pagination: { data: articles, size: 1, alias: it }
permalink: "{{ it.path }}index.html"
layout: frame.njk
eleventyComputed: { title: "{{ it.article.title }}" }
---
<p><a href="/">首页</a> / <a href="{{ it.column.path }}">{{ it.column.title }}</a></p><h1>{{ it.article.title }}</h1>
<article><p>{{ it.article.publishedOn }} <a href="{{ it.agency.path }}">{{ it.agency.title }}</a></p>{{ it.body.html | safe }}</article>
<aside><a href="{{ it.column.path }}">{{ it.column.title }}</a></aside>
`;
const LIST = `---
pagination: { data: lists, size: 1, alias: it }
permalink: "{{ it.path }}index.html"
layout: frame.njk
eleventyComputed: { title: "{{ it.column.title }}" }
---
<h1>{{ it.column.title }}</h1><ul>{% for card in it.cards %}<li><a href="{{ card.path }}">{{ card.title }}</a> <time>{{ card.date }}</time></li>{% endfor %}</ul>
`;

/**
 * Builds the articles and the lists of the same content by Eleventy, with what is around them taken from our own page:
 * equal pages but for the parts of ours that Eleventy's templates do without.
 *
 * @returns How many pages it wrote, and the seconds it says it took.
 * @throws {Error} With the end of what it printed, when it does not come to an end.
 */
export async function buildByEleventy(pages: Iterable<Page | RedirectPage>, renderer: Renderer, folder: string): Promise<{ pages: number; seconds: number }> {
  const input = join(folder, 'eleventy');
  for (const name of ['_data', '_includes']) mkdirSync(join(input, name), { recursive: true });
  const articles: Shown[] = [];
  const lists: Shown[] = [];
  let frame: string | undefined;
  for (const page of pages) {
    if (isRedirect(page) || !['Article', 'Column'].includes(page.template)) continue;
    const { frame: _, ...shown } = page.props() as Shown & { frame: unknown };
    (page.template === 'Article' ? articles : lists).push(shown);
    if (page.template === 'Article') frame ??= await frameOf(page, renderer);
  }
  writeFileSync(join(input, '_data/articles.json'), JSON.stringify(articles));
  writeFileSync(join(input, '_data/lists.json'), JSON.stringify(lists));
  writeFileSync(join(input, '_includes/frame.njk'), frame ?? '');
  writeFileSync(join(input, 'article.njk'), ARTICLE);
  writeFileSync(join(input, 'list.njk'), LIST);
  const built = await run(input);
  rmSync(input, { recursive: true });
  return built;
}

/** Our page with a place for another title and another text. */
async function frameOf(page: Page, renderer: Renderer): Promise<string> {
  const { body } = await renderer.draw({ path: page.path, template: page.template, props: page.props() });
  const [before = '', after = ''] = String(body).split(/<main[\s\S]*<\/main>/);
  const words = (html: string) => html.replace(/\{([{%#])/g, '{ $1').replaceAll(page.path, '{{ page.url }}');
  return `${words(before).replace(/<title>[^<]*/, '<title>{{ title }}')}<main>{{ content | safe }}</main>${words(after)}`;
}

function run(input: string): Promise<{ pages: number; seconds: number }> {
  const child = spawn('npx', ['-y', PROGRAM, '--input=.', '--output=out', '--quiet'], { cwd: input, env: { ...process.env, NODE_OPTIONS: '--max-old-space-size=8192' }, stdio: ['ignore', 'pipe', 'pipe'] });
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (printed += String(chunk)));
  return new Promise((done, fail) =>
    child.once('close', (code) => {
      const said = /Wrote ([\d,]+) files? in ([\d.]+) seconds/.exec(printed);
      if (code === 0 && said) done({ pages: Number(said[1]!.replaceAll(',', '')), seconds: Number(said[2]) });
      else fail(new Error(`Eleventy ended with ${code}: ${printed.trim().split('\n').slice(-5).join(' ')}`));
    }),
  );
}
