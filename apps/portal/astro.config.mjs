import { defineConfig } from 'astro/config';

import { digestComponents } from './integration/digest-components.ts';
import { environment } from './integration/environment.ts';
import mingchuang, { addressOfWorker, isRendererBuild } from './integration/mingchuang.ts';

const renderer = isRendererBuild();

export default defineConfig({
  output: renderer ? 'server' : 'static',
  outDir: renderer ? './dist-renderer' : environment.outDir,
  // Pages end in a slash; 'ignore' because 'always' refuses files such as /sitemap.xml (they are drawn by us).
  trailingSlash: 'ignore',
  compressHTML: true,
  build: { format: 'directory', inlineStylesheets: 'never', concurrency: 8 },
  devToolbar: { enabled: false },
  image: { service: { entrypoint: 'astro/assets/services/noop' } },
  ...(renderer ? { session: { driver: 'memory' } } : {}),
  ...mingchuang(),
  // The public policy allows no inline style or script, so nothing may be inlined. Workers are modules: what is loaded
  // on demand is built as one, since that gives a script an address without loading it.
  vite: { define: { __COMPONENTS__: JSON.stringify(digestComponents()) }, worker: { format: 'es', rollupOptions: { output: { entryFileNames: addressOfWorker } } }, build: { assetsInlineLimit: 0, chunkSizeWarningLimit: 2000 } },
});
