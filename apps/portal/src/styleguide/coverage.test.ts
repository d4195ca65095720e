import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { expect, test } from 'vitest';

import { componentsIn, PARTS, type PartName } from './words.ts';

const SRC = path.join(import.meta.dirname, '..');

/** A file and everything of the portal it imports. */
function filesOf(file: string, found = new Set<string>()): Set<string> {
  if (found.has(file) || !existsSync(file)) return found;
  found.add(file);
  for (const [, to] of readFileSync(file, 'utf8').matchAll(/from '(\.[^']+)'/g)) filesOf(path.join(path.dirname(file), to!), found);
  return found;
}

/** Components that the style guide does not show, and why. */
const NOT_SHOWN: Record<string, string> = {
  'search/SearchTemplates.astro': 'stands in the page unseen until the search fills it in',
  'search/AnswerTemplates.astro': 'likewise',
  'search/AskTemplates.astro': 'stands in the page unseen until a question is asked',
  'form/HiddenFields.astro': 'is never seen',
  'PrintedFrom.astro': 'is on paper only',
  'SaveButton.astro': 'is a button like others, shown where the browser can keep the page',
};

test('the style guide shows every component', () => {
  const reached = filesOf(path.join(SRC, 'templates/StyleGuidePart.astro'));
  const folder = path.join(SRC, 'components');
  const all = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.astro'));
  const missing = all.filter((file) => !reached.has(path.join(folder, file)) && !(file in NOT_SHOWN));
  expect(all.length).toBeGreaterThan(80);
  expect(missing).toEqual([]);
  expect(Object.keys(NOT_SHOWN).filter((file) => !all.includes(file) || reached.has(path.join(folder, file)))).toEqual([]);
});

test('every component of the style guide has its examples in its part, in the order of the contents, and no word is left over', () => {
  const sources = (Object.keys(PARTS) as PartName[]).map((part) => {
    const source = readFileSync(path.join(import.meta.dirname, 'parts', `${part[0]!.toUpperCase()}${part.slice(1)}.astro`), 'utf8');
    expect([...source.matchAll(/<Component name="(\w+)">/g)].map(([, name]) => name)).toEqual(componentsIn(part).map(({ id }) => id));
    return source;
  });
  const source = sources.join('');
  const { states, samples } = JSON.parse(readFileSync(path.join(import.meta.dirname, 'words.json'), 'utf8')) as Record<'states' | 'samples', Record<string, string>>;
  expect(Object.keys(states).filter((state) => !source.includes(`"${state}"`) && !source.includes(`'${state}'`))).toEqual([]);
  expect(Object.keys(samples).filter((sample) => !source.includes(`SAMPLES.${sample}`))).toEqual([]);
  expect(source.match(/[\u4e00-\u9fff]+/g)).toBeNull();
});
