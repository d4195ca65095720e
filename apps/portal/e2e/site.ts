import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import { isRedirect } from '@mingchuang/content';
import { EXAMPLE_TODAY, exampleSnapshot } from '@mingchuang/content/examples';
import { test as base, type Page } from '@playwright/test';

import { buildPages } from '../src/site/build-pages.ts';
import { isFile } from '../src/files/draw-file.ts';
import { isFragment } from '../src/templates/fragments.ts';
import { builtRenderer } from '../tests/built-renderer.ts';
import { buildExampleIndex } from './example-index.ts';
import { exampleDrawables } from './example-drawables.ts';
import { servePages } from './serve-pages.ts';

interface OnceAWorker {
  /** Address of the examples. */
  site: string;
  /** A page for tests that only load one and look at it: in a page of its own, each would compile axe and the site's scripts anew. */
  warmPage: Page;
}

/** Playwright's test with the examples served on a port of its own, once a worker. */
export const test = base.extend<object, OnceAWorker>({
  site: [
    async ({ browserName: _ }, use) => {
      const renderer = await builtRenderer();
      const snapshot = exampleSnapshot();
      const index = await buildExampleIndex(renderer, snapshot, EXAMPLE_TODAY);
      const server: Server = await servePages({
        renderer,
        snapshot,
        today: EXAMPLE_TODAY,
        port: 0,
        extra: exampleDrawables(),
        files: index.files,
      });
      await use(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
      server.close();
      await index.remove();
    },
    { scope: 'worker' },
  ],
  warmPage: [
    async ({ browser }, use, { project }) => {
      const { locale, timezoneId, serviceWorkers } = project.use;
      const context = await browser.newContext({ locale, timezoneId, serviceWorkers });
      await use(await context.newPage());
      await context.close();
    },
    { scope: 'worker' },
  ],
});

/** Address of one page for each template: the fullest example of it; and of one that the gateway draws. */
export function onePerTemplate(): { template: string; path: string }[] {
  const found = new Map<string, string>();
  for (const page of buildPages(exampleSnapshot(), { today: EXAMPLE_TODAY })) {
    if (isRedirect(page) || isFile(page.template)) continue;
    const isWhole = /\/(?:zqdt6r2w|yjgj2b6v|ftdt8q5s|n4h8k2w6|a8f3k2m5|c9k5j7h3|jzz3m9x1|w3q7e1r5|b5n1m7k3|zjj)\/$/.test(page.path);
    if (isWhole || !found.has(page.template)) found.set(page.template, page.path);
  }
  // What is open looks different from what is over.
  for (const path of ['/hudong/zhengji/202611/gjxw5z8k/', '/hudong/diaocha/202609/czsc7k4p/', '/hudong/fangtan/202611/ftxx1d9f/'])
    found.set(`TakingPart ${path}`, path);
  // Of the states the gateway draws a template in, the last has most in it; the long suites look at all.
  for (const { template, path } of exampleDrawables()) if (!isFragment(template)) found.set(`${template} as drawn`, path);
  return [...found].map(([template, path]) => ({ template, path }));
}

/** Address of every page of the examples. */
export function everyExample(): { template: string; path: string }[] {
  const pages = [...buildPages(exampleSnapshot(), { today: EXAMPLE_TODAY })].filter((page) => !isRedirect(page));
  const drawn = [...pages, ...exampleDrawables()] as { template: string; path: string }[];
  return drawn.filter(({ template }) => !isFile(template) && !isFragment(template)).map(({ template, path }) => ({ template, path }));
}
