import { join } from 'node:path';

import { build } from 'vite';

import type { EngineName } from './engine.ts';

/** The page of an engine with its scripts, built by Vite as the portal's are; by path. */
export async function bundlePage(engine: EngineName, today: string): Promise<Map<string, Buffer>> {
  const result = await build({
    configFile: false,
    root: import.meta.dirname,
    base: '/_astro/',
    logLevel: 'warn',
    worker: { format: 'es' },
    build: {
      write: false,
      emptyOutDir: false,
      target: 'esnext',
      assetsInlineLimit: 0,
      modulePreload: false,
      rollupOptions: { input: join(import.meta.dirname, 'engines', `${engine}.page.ts`), output: { entryFileNames: 'entry.js', assetFileNames: '[name].[ext]' } },
    },
  });
  const { output } = result as { output: { fileName: string; code?: string; source?: string | Uint8Array }[] };
  const html = `<!doctype html><html lang="zh-CN" data-today="${today}"><title>搜索</title><script type="module" src="/_astro/entry.js"></script></html>`;
  return new Map([['/', Buffer.from(html)], ...output.map(({ fileName, code, source }) => [`/_astro/${fileName}`, Buffer.from(code ?? source ?? '')] as const)]);
}
