import { readFileSync } from 'node:fs';
import path from 'node:path';
import { runInNewContext } from 'node:vm';

import { describe, expect, test } from 'vitest';

const source = readFileSync(path.join(import.meta.dirname, 'mode.js'), 'utf8');

/** Runs the script as a browser would on a page, and answers what it did. */
function visit(mode: string, storage: Record<string, string> | 'blocked', click?: string) {
  const seen: { replaced?: string } = {};
  const globals = {
    document: { documentElement: { dataset: { mode } } },
    location: { pathname: '/a/', search: '?q=1', hash: '#c', replace: (to: string) => (seen.replaced = to) },
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
    expect(Buffer.byteLength(source)).toBeLessThanOrEqual(600);
  });

  test('leads someone who chose the elderly mode to the elderly twin of the page', () => {
    expect(visit('standard', { mode: 'elderly' })).toEqual({ replaced: '/elder/a/?q=1#c' });
    expect(visit('elderly', { mode: 'elderly' })).toEqual({});
    expect(visit('standard', {})).toEqual({});
  });

  test('remembers the mode that was chosen', () => {
    const storage: Record<string, string> = {};
    visit('standard', storage, 'elderly');
    expect(storage).toEqual({ mode: 'elderly' });
    expect(visit('elderly', storage, 'standard')).toEqual({});
    expect(storage).toEqual({ mode: 'standard' });
  });

  test('does no harm where storage is refused', () => {
    expect(visit('standard', 'blocked')).toEqual({});
  });
});
