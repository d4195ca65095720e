import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { expect, test } from 'vitest';

const SOURCE = join(import.meta.dirname, '..');

/** Every style sheet and component with styles in it. */
const sources = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.(css|astro)$/.test(name))
  .map((name) => ({ name, text: readFileSync(join(SOURCE, name), 'utf8') }));

test('no style asks for a custom property that nothing sets', () => {
  const set = new Set(
    sources.flatMap(({ text }) => [...text.matchAll(/(--[a-z0-9-]+)['"]?\s*[:=]/g)].map(([, property]) => property)),
  );
  const missing = sources.flatMap(({ name, text }) =>
    [...text.matchAll(/var\((--[a-z0-9-]+)\)/g)]
      .filter(([, property]) => !set.has(property))
      .map(([, property]) => `${name} ${property}`),
  );
  expect(sources.length).toBeGreaterThan(20);
  expect(missing).toEqual([]);
});
