import { isRedirect, shanghaiDate, siteOf, type AnyEntry, type DrawAnswer, type DrawRequest, type Page, type RedirectPage } from '@mingchuang/content';

import { explainError } from '../errors.ts';
import type { EntryLine } from '../feed/prepare-entry.ts';
import { mainOutlet, type Workshop } from '../workshop.ts';
import { layOver } from './overlay-snapshot.ts';

/**
 * Draws a page as it would be with a draft published: the draft is laid over the snapshot in memory, and the renderer of
 * every release draws it. Nothing is stored. The first of the lines is the document itself.
 */
export async function drawDraft(workshop: Workshop, { lines, path }: Pick<DrawRequest, 'lines' | 'path'>): Promise<DrawAnswer> {
  const { live, renderer, now, log } = workshop;
  const prepared = lines.filter((line): line is EntryLine => line.kind === 'entry').map((line) => live.prepareDraft(line));
  const [own] = prepared;
  if (!own) return { kind: 'missing' };
  if (own.kind === 'bad') return own.fields ? { kind: 'incomplete', fields: own.fields } : { kind: 'failed', reason: own.reason };
  const entries = prepared.flatMap((one) => (one.kind === 'ready' ? [one.entry] : []));
  try {
    const snapshot = layOver(live.snapshot, entries, (own.entry.data as { path?: string }).path);
    const site = siteOf(snapshot, own.entry) ?? mainOutlet(workshop).site;
    const page = findPage(renderer.buildPages(snapshot, { today: shanghaiDate(now()), ...(site !== undefined && { site }) }), own.entry, path);
    if (!page) return { kind: 'missing' };
    if (isRedirect(page)) return { kind: 'redirect', location: page.location };
    // The snapshot may move on while it is drawn: what the page shows is taken at once.
    const drawable = { path: page.path, template: page.template, props: page.props() };
    const { status, type, body } = await renderer.draw(drawable);
    return status < 500 ? { kind: 'page', path: page.path, status: page.status, type, body } : { kind: 'failed', reason: `模板答复 ${status}` };
  } catch (error) {
    log.warn({ document: `${own.entry.type}:${own.entry.documentId}` }, `预览没能生成：${explainError(error)}`);
    return { kind: 'failed', reason: explainError(error) };
  }
}

function findPage(pages: Iterable<Page | RedirectPage>, { type, documentId, locale }: AnyEntry, path: string | undefined): Page | RedirectPage | undefined {
  for (const page of pages) {
    if (path !== undefined ? page.path === path : isPageOf(page, { type, documentId, locale })) return page;
  }
  return undefined;
}

function isPageOf(page: Page | RedirectPage, { type, documentId, locale }: { type: string; documentId: string; locale: string }): boolean {
  if (isRedirect(page) || !page.document || !page.path.endsWith('/')) return false;
  const { document } = page;
  return document.type === type && document.documentId === documentId && document.locale === locale;
}
