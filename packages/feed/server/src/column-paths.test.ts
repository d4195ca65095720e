import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { type ColumnNode, planColumnPaths } from './column-paths.ts';

let next = 1;
const node = (documentId: string, slug: string, more: Partial<ColumnNode> = {}): ColumnNode => ({
  id: next++,
  documentId,
  locale: 'zh-Hans',
  isPublished: false,
  title: documentId,
  slug,
  path: null,
  ...more,
});
const pathsOf = (nodes: readonly ColumnNode[]) => {
  const plan = planColumnPaths(nodes);
  return plan.kind === 'paths' ? nodes.map(({ id }) => plan.paths.get(id)) : plan.message;
};

describe('planColumnPaths', () => {
  test('joins the slugs from the root, whatever order the columns come in', () => {
    const nodes = [node('c', 'c', { parent: 'b' }), node('b', 'b', { parent: 'a' }), node('a', 'a')];
    expect(pathsOf(nodes)).toEqual(['/a/b/c/', '/a/b/', '/a/']);
  });

  test('keeps published columns below their published parent while a new slug is being prepared', () => {
    const nodes = [
      node('a', 'new'),
      node('a', 'old', { isPublished: true }),
      node('b', 'b', { parent: 'a' }),
      node('b', 'b', { parent: 'a', isPublished: true }),
    ];
    expect(pathsOf(nodes)).toEqual(['/new/', '/old/', '/new/b/', '/old/b/']);
  });

  test('puts a published column below the draft of a parent that is not published', () => {
    expect(pathsOf([node('a', 'a'), node('b', 'b', { parent: 'a', isPublished: true })])).toEqual(['/a/', '/a/b/']);
  });

  test('gives other locales a root of their own', () => {
    expect(pathsOf([node('a', 'a'), node('a', 'a', { locale: 'en' })])).toEqual(['/a/', '/en/a/']);
  });

  test('refuses names of the platform at the first level only', () => {
    expect(pathsOf([node('a', 'letters')])).toContain('网址名“letters”由平台自己使用');
    expect(pathsOf([node('a', 'a'), node('b', 'letters', { parent: 'a' })])).toEqual(['/a/', '/a/letters/']);
  });

  test('names who has a path already', () => {
    expect(pathsOf([node('要闻', 'a', { path: '/a/' }), node('新', 'a')])).toBe(
      '网址“/a/”已经是栏目“要闻”的，请换一个网址名。',
    );
    expect(pathsOf([node('新', 'a'), node('要闻', 'a', { path: '/a/' })])).toBe(
      '网址“/a/”已经是栏目“要闻”的，请换一个网址名。',
    );
  });

  test('gives each site paths of its own', () => {
    expect(pathsOf([node('a', 'a', { site: 'city' }), node('b', 'a', { site: 'district' })])).toEqual(['/a/', '/a/']);
    expect(pathsOf([node('a', 'a', { site: 'city' }), node('b', 'a', { site: 'city' })])).toContain('请换一个网址名');
  });

  test('refuses a ring', () => {
    expect(pathsOf([node('a', 'a', { parent: 'b' }), node('b', 'b', { parent: 'a' })])).toContain(
      '不能是它自己或它的下级栏目',
    );
  });

  test('gives every column of any tree one path, below its parent’s', () => {
    const tree = fc
      .array(fc.nat(1000), { minLength: 1, maxLength: 30 })
      .map((choices) =>
        choices.map((choice, index) =>
          node(`n${index}`, `s${index}`, index === 0 ? {} : { parent: choice % 4 ? `n${choice % index}` : undefined }),
        ),
      );
    fc.assert(
      fc.property(tree, (nodes) => {
        const plan = planColumnPaths(nodes);
        if (plan.kind === 'conflict') throw new Error(plan.message);
        expect(new Set(plan.paths.values()).size).toBe(nodes.length);
        for (const { id, parent, slug } of nodes) {
          const above = parent ? plan.paths.get(nodes.find(({ documentId }) => documentId === parent)!.id)! : '/';
          expect(plan.paths.get(id)).toBe(`${above}${slug}/`);
        }
      }),
    );
  });
});
