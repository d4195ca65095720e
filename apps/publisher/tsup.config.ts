import { defineConfig } from 'tsup';

/** The service, the command line, what draws beside the service and what asks the search index, each one file; packages of this workspace are TypeScript and go inside. */
export default defineConfig({
  entry: { main: 'src/main.ts', cli: 'src/cli.ts', 'draw-thread': 'src/drawing/thread.ts', 'ask-child': '../../packages/search/src/node/ask-child.ts' },
  format: 'esm',
  target: 'node20',
  platform: 'node',
  outDir: 'dist',
  clean: true,
  splitting: true,
  sourcemap: true,
  noExternal: [/^@mingchuang\//],
});
