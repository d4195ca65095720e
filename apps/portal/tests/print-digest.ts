import { createHash } from 'node:crypto';

import { isRedirect } from '@mingchuang/content';
import { EXAMPLE_TODAY, exampleSnapshot } from '@mingchuang/content/examples';

import { builtRenderer } from './built-renderer.ts';

/** Prints one digest over all example pages as drawn in this process's time zone. */
const renderer = await builtRenderer();
const hash = createHash('sha1');
for (const page of renderer.buildPages(exampleSnapshot(), { today: EXAMPLE_TODAY }))
  if (!isRedirect(page)) hash.update((await renderer.draw({ ...page, props: page.props() })).body);
console.log(hash.digest('hex'));
