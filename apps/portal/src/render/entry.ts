import type { Drawable, Drawn, Renderer } from '@mingchuang/content';
import { App as AstroApp } from 'astro/app';
import type { SSRManifest } from 'astro';

import { drawFile } from '../files/draw-file.ts';
import { buildGroups, buildPages } from '../site/build-pages.ts';
import { isFragment } from '../templates/fragments.ts';
import { isTemplate } from '../templates/names.ts';
import { finishHtml } from './finish-html.ts';
import { statusOf } from './status.ts';

/** What Astro calls with its manifest to get the exports of the built entry. */
export function createExports(manifest: SSRManifest) {
  return { createRenderer: (facts: Pick<Renderer, 'version' | 'assets' | 'folder'>) => createRenderer(manifest, facts) };
}

async function createRenderer(manifest: SSRManifest, facts: Pick<Renderer, 'version' | 'assets' | 'folder'>): Promise<Renderer> {
  const app = new AstroApp(await loadWhole(manifest), false);
  /** One request for all that a route draws: what is drawn, `locals` alone tell. */
  const route = (component: string, address: string) => {
    const found = manifest.routes.find(({ routeData }) => routeData.component === component);
    if (!found) throw new Error(`The renderer was built without ${component}`);
    return { routeData: found.routeData, request: new Request(new URL(address, 'http://portal')) };
  };
  const page = route('src/pages/[...path].astro', '/');
  const fragment = route('src/render/Fragment.astro', '/fragments/x/');

  async function draw(drawable: Drawable): Promise<Drawn> {
    const file = drawFile(drawable);
    if (file) return { status: 200, ...file };
    const { path, template } = drawable;
    if (!isTemplate(template)) throw new Error(`There is no template ${template} for ${path}`);
    const locals: App.Locals = { drawable };
    const { request, routeData } = isFragment(template) ? fragment : page;
    const response = await app.render(request, { routeData, locals });
    const html = await response.text();
    if (response.status !== 200) throw failureOf(drawable, locals.failure);
    return { status: statusOf(drawable), type: 'text/html; charset=utf-8', body: finishHtml(html, path) };
  }

  return { ...facts, buildPages, buildGroups, draw };
}

function failureOf({ path, template }: Drawable, cause: unknown): Error {
  const why = cause instanceof Error ? cause.message : 'Astro did not answer 200';
  return new Error(`Drawing ${path} with ${template} failed: ${why}`, { cause });
}

/**
 * Loads now what Astro would import again for every page: a new build may replace the folder while this one is at
 * work, and an import a page costs more than the page.
 */
async function loadWhole(manifest: SSRManifest): Promise<SSRManifest> {
  const pageMap: NonNullable<SSRManifest['pageMap']> = new Map();
  for (const [component, load] of manifest.pageMap ?? []) {
    const module = await load();
    pageMap.set(component, () => Promise.resolve(module));
  }
  const middleware = await manifest.middleware?.();
  const actions = await manifest.actions?.();
  return {
    ...manifest,
    pageMap,
    ...(middleware ? { middleware: () => middleware } : {}),
    ...(actions ? { actions: () => actions } : {}),
  };
}
