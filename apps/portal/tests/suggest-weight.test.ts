import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';

import { isRedirect, PATHS } from '@mingchuang/content';
import { EXAMPLE_TODAY, exampleSnapshot } from '@mingchuang/content/examples';
import { expect, test } from 'vitest';

import type { SuggestionList } from '@mingchuang/search/suggest/list';

import { builtRenderer } from './built-renderer.ts';
import { brotliOf } from './weigh-page.ts';

/** Code and list of what a search box suggests, over the wire (bytes). */
const MOST = 15_000;

test('what search boxes suggest is small, code and the largest list together', async () => {
  const renderer = await builtRenderer();
  const assets = path.join(renderer.assets, '_astro');
  const code = readdirSync(assets).filter((name) => /^suggest[-.].*\.(?:js|css)$/.test(name));
  expect(code).toHaveLength(2);
  const page = [...renderer.buildPages(manyServices(), { today: EXAMPLE_TODAY })].find((one) => one.path === PATHS.suggestions);
  if (!page || isRedirect(page)) throw new Error('There is no list of suggestions');
  const list = (page.props() as { value: SuggestionList }).value;
  // The room of services is full: a larger city has no larger list.
  expect(list.kinds.flatMap(({ items }) => items).flatMap(([name, , ...others]) => [name, ...others]).join('').length).toBeGreaterThan(4000);
  const weight = [...code.map((name) => readFileSync(path.join(assets, name), 'utf8')), JSON.stringify(list)].reduce((sum, text) => sum + brotliOf(text), 0);
  console.log(`suggestions: ${weight} bytes`);
  expect(weight).toBeLessThanOrEqual(MOST);
});

/** The examples with five hundred services, each of another name made of theirs. */
function manyServices() {
  const snapshot = exampleSnapshot();
  const services = snapshot.all('service-item');
  const characters = [...new Set(services.map(({ data }) => `${data.title}${data.summary}${data.conditions}`).join('').match(/\p{Script=Han}/gu))];
  const nameOf = (number: number) => Array.from({ length: 8 }, (_, at) => characters[(number * 31 + at * 17 + number * at) % characters.length]).join('');
  const more = Array.from({ length: 500 }, (_, number) => {
    const model = services[number % services.length]!;
    return { ...model, documentId: `many-${number}`, version: `many-${number}`, data: { ...model.data, plainName: nameOf(number), aliases: `${nameOf(number + 1000)}\n${nameOf(number + 2000)}`, path: `${model.data.path!.slice(0, -9)}m${String(number).padStart(7, '0')}/` } };
  });
  const all = snapshot.all.bind(snapshot);
  snapshot.all = ((type: string) => (type === 'service-item' ? [...services, ...more] : all(type as 'service-item'))) as typeof snapshot.all;
  return snapshot;
}
