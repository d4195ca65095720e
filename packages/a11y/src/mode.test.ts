import { readFileSync } from 'node:fs';
import path from 'node:path';
import { runInNewContext } from 'node:vm';

import { describe, expect, test } from 'vitest';

const source = readFileSync(path.join(import.meta.dirname, 'mode.js'), 'utf8');

/** Runs the script as a browser would on a page, and answers what it did. */
function visit(mode: string, storage: Record<string, string> | 'blocked', { click, lang = 'zh-CN', path = '/a/' }: { click?: string; lang?: string; path?: string } = {}) {
  const seen: { replaced?: string } = {};
  const globals = {
    document: { documentElement: { lang, dataset: { mode } } },
    location: { pathname: path, search: '?q=1', hash: '#c', replace: (to: string) => (seen.replaced = to) },
    get localStorage() {
      if (storage === 'blocked') throw new Error('refused');
      return storage;
    },
    addEventListener: (_: string, listen: (event: object) => void) => {
      if (click) listen({ target: { closest: () => ({ dataset: { to: click } }) } });
    },
  };
  runInNewContext(source, globals);
  return seen;
}

describe('the script that remembers the mode', () => {
  test('is tiny, since every page waits for it', () => {
    expect(Buffer.byteLength(source)).toBeLessThanOrEqual(860);
  });

  test('leads someone who chose the elderly mode to the elderly twin of the page', () => {
    expect(visit('standard', { mode: 'elderly' })).toEqual({ replaced: '/elder/a/?q=1#c' });
    expect(visit('elderly', { mode: 'elderly' })).toEqual({});
    expect(visit('standard', {})).toEqual({});
  });

  test('remembers the mode that was chosen', () => {
    const storage: Record<string, string> = {};
    visit('standard', storage, { click: 'elderly' });
    expect(storage).toEqual({ mode: 'elderly' });
    expect(visit('elderly', storage, { click: 'standard' })).toEqual({});
    expect(storage).toEqual({ mode: 'standard' });
  });

  test('leads someone who reads 繁體 to that twin, in the mode of the page', () => {
    expect(visit('standard', { script: 'hant' })).toEqual({ replaced: '/hant/a/?q=1#c' });
    expect(visit('elderly', { script: 'hant' }, { path: '/elder/a/' })).toEqual({ replaced: '/elder/hant/a/?q=1#c' });
    expect(visit('standard', { script: 'hant', mode: 'elderly' })).toEqual({ replaced: '/elder/hant/a/?q=1#c' });
    expect(visit('standard', { script: 'hant', mode: 'elderly' }, { lang: 'zh-Hant', path: '/hant/a/' })).toEqual({ replaced: '/elder/hant/a/?q=1#c' });
    expect(visit('elderly', { script: 'hant' }, { lang: 'zh-Hant', path: '/elder/hant/a/' })).toEqual({});
    expect(visit('standard', { script: 'hant' }, { lang: 'en', path: '/en/' })).toEqual({});
  });

  test('remembers the script apart from the mode', () => {
    const storage: Record<string, string> = { mode: 'elderly' };
    visit('elderly', storage, { click: 'hant' });
    expect(storage).toEqual({ mode: 'elderly', script: 'hant' });
    visit('elderly', storage, { click: 'hans', lang: 'zh-Hant' });
    expect(storage).toEqual({ mode: 'elderly', script: 'hans' });
  });

  test('does no harm where storage is refused', () => {
    expect(visit('standard', 'blocked')).toEqual({});
  });
});
