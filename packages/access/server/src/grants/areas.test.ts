import { describe, expect, test } from 'vitest';

import { areasOf, type PlacedColumn, withDescendants } from './areas.ts';
import type { Grant } from './grant.ts';

const tree: PlacedColumn[] = [
  { documentId: 'open', parent: null, site: 'city' },
  { documentId: 'policy', parent: 'open', site: 'city' },
  { documentId: 'rules', parent: 'policy', site: 'city' },
  { documentId: 'news', parent: null, site: 'city' },
  { documentId: 'county-news', parent: null, site: 'county' },
];
const grant = (area: Partial<Grant>): Grant => ({ id: 1, user: 7, role: 'author', site: null, columns: null, agency: null, gaveRole: false, ...area });

describe('withDescendants', () => {
  test('finds everything below a column', () => {
    expect(withDescendants(tree, ['open'])).toEqual(['open', 'policy', 'rules']);
  });

  test('ends although two columns are each other’s parent', () => {
    const ring = [{ documentId: 'a', parent: 'b', site: null }, { documentId: 'b', parent: 'a', site: null }];
    expect(withDescendants(ring, ['a'])).toEqual(['a', 'b']);
  });
});

describe('areasOf', () => {
  const areas = (area: Partial<Grant>, memberships = ['zjj']) => areasOf([grant(area)], memberships, tree)[0];

  test('has no bounds where a grant names none', () => {
    expect(areas({})).toEqual({});
  });

  test('reads “own” as the agencies the person is a member of at the time', () => {
    expect(areas({ agency: 'own' }, ['zjj', 'jtj'])).toEqual({ agencies: ['zjj', 'jtj'] });
    expect(areas({ agency: 'own' }, [])).toEqual({ agencies: [] });
  });

  test('takes in all columns of a site', () => {
    expect(areas({ site: 'city' })).toEqual({ site: 'city', columns: ['open', 'policy', 'rules', 'news'], isWholeSite: true });
  });

  test('takes in what is below the chosen columns, within the site only', () => {
    expect(areas({ columns: ['policy'] })).toMatchObject({ columns: ['policy', 'rules'], isWholeSite: false });
    expect(areas({ site: 'county', columns: ['policy', 'county-news'] })).toMatchObject({ columns: ['county-news'] });
  });

  test('holds nothing when the columns are gone', () => {
    expect(areas({ columns: ['removed'] })).toMatchObject({ columns: [] });
  });
});
