import { EXAMPLE_TODAY, exampleSnapshot } from '@mingchuang/content/examples';

import { builtRenderer } from '../tests/built-renderer.ts';
import { exampleDrawables } from './example-drawables.ts';
import { servePages } from './serve-pages.ts';

/** Serves the examples from the built renderer, to look at them: `npx tsx apps/portal/e2e/look.ts [port]`. */
const port = Number(process.argv[2] ?? 24320);
const renderer = await builtRenderer();
await servePages({ renderer, snapshot: exampleSnapshot(), today: EXAMPLE_TODAY, port, extra: exampleDrawables() });
console.log(`http://127.0.0.1:${port}/`);
