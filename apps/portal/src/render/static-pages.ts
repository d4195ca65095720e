import { isRedirect, shanghaiDate, type Drawable, type Page, type RedirectPage } from '@mingchuang/content';

import { environment } from '../../integration/environment.ts';
import { keepForFinish } from '../../integration/kept-for-finish.ts';
import { isFile } from '../files/draw-file.ts';
import { buildPages } from '../site/build-pages.ts';
import { isTemplate } from '../templates/names.ts';
import { pullSnapshot } from './pull-snapshot.ts';

let built: Promise<Page[]> | undefined;

/** The pages of the plain static build: the CMS is asked once, at build time. */
export async function listDrawables(): Promise<Drawable[]> {
  return (await listPages()).filter(({ template }) => isTemplate(template)).map(asDrawable);
}

/** The text files of the plain static build. */
export async function listFiles(): Promise<Drawable[]> {
  return (await listPages()).filter(({ template }) => isFile(template)).map(asDrawable);
}

function listPages(): Promise<Page[]> {
  return (built ??= pullPages());
}

async function pullPages(): Promise<Page[]> {
  const { snapshot, site, media } = await pullSnapshot(environment);
  const today = environment.today ?? shanghaiDate(new Date());
  const all = [...buildPages(snapshot, { today, ...(site && { site }) })];
  const pages = all.filter((page): page is Page => !isRedirect(page));
  const redirects = all.filter((page): page is RedirectPage => isRedirect(page));
  keepForFinish({ pages, redirects, media });
  return pages;
}

/** Props are made when the page is drawn, so that a large site is never held twice. */
const asDrawable = ({ path, template, props }: Page): Drawable => ({
  path,
  template,
  get props() {
    return props();
  },
});
