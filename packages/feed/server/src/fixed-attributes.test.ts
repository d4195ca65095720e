import { describe, expect, test } from 'vitest';

import { prepareCopy, prepareCreation, prepareUpdate } from './fixed-attributes.ts';
import type { PortalType } from './portal-types.ts';

const article = {
  uid: 'api::article.article',
  name: 'article',
  table: 'articles',
  localised: true,
  address: 'column',
  labels: { path: '网址', publicId: '公开编号', publishedOn: '发布日期', firstPublishedAt: '首次发布时刻' },
  titleAttribute: 'title',
  relations: [],
} satisfies PortalType;
const column: PortalType = { ...article, name: 'column', address: 'tree' };
const alert: PortalType = { ...article, name: 'alert', address: null };
const draft = {
  path: '/a/202611/abcdefgh/',
  public_id: 'abcdefgh',
  published_on: '2026-11-09',
  first_published_at: 1762668202000,
};
const stored = { draft, isSameLocale: true, wasPublished: true };

describe('prepareUpdate', () => {
  test('drops what is fixed when it is the same, in whatever form the caller has it', () => {
    const data = {
      title: '新',
      path: draft.path,
      publicId: 'abcdefgh',
      publishedOn: '2026-11-09T00:00:00.000Z',
      firstPublishedAt: '2025-11-09T06:03:22.000Z',
    };
    expect(prepareUpdate(article, data, stored)).toEqual({ title: '新' });
  });

  test('names the field and its value when it differs', () => {
    expect(() => prepareUpdate(article, { publishedOn: '2020-01-01' }, stored)).toThrow(
      '“发布日期”一经发布就不能更改，现在是“2026-11-09”。请恢复原值后再保存。',
    );
  });

  test('lets a draft that was never published have another date, but no path', () => {
    expect(
      prepareUpdate(article, { publishedOn: '2020-01-01', path: '/x/' }, { ...stored, wasPublished: false }),
    ).toEqual({ publishedOn: '2020-01-01' });
  });

  test('compares the path with that of the same locale only', () => {
    expect(prepareUpdate(article, { path: '/en/x/' }, { ...stored, isSameLocale: false })).toEqual({});
  });

  test('drops the path of a column, which follows from the tree, and leaves other types alone', () => {
    expect(prepareUpdate(column, { slug: 'a', path: '/x/' }, stored)).toEqual({ slug: 'a' });
    expect(prepareUpdate(alert, { path: '/x/' }, stored)).toEqual({ path: '/x/' });
  });
});

test('a new document brings no path, and an identifier only of the right form', () => {
  expect(prepareCreation(article, { title: '新', path: '/x/', publicId: 'abcdefgh' })).toEqual({
    title: '新',
    publicId: 'abcdefgh',
  });
  expect(() => prepareCreation(article, { publicId: '../../x' })).toThrow('“公开编号”由系统生成');
});

test('a copy starts without anything of its source’s publication', () => {
  expect(prepareCopy(article, { title: '副本' })).toEqual({
    title: '副本',
    path: null,
    publicId: null,
    publishedOn: null,
    firstPublishedAt: null,
    withdrawalReason: null,
  });
});
