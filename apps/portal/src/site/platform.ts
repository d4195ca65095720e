import type { EntryOf, Page } from '@mingchuang/content';

import type { PlatformNav } from '../templates/props/disclosure.ts';
import { documentsBelow, type ColumnNode } from './catalogue.ts';
import type { DocumentType } from './document-types.ts';
import { searchOfColumn, takeHead } from './column-head.ts';
import { definePage, type Building, type PageInputs } from './page.ts';
import { takeClasses } from './statutory-classes.ts';

/** Documents of a block that the front of the platform names. */
const NAMED = 5;

/** The order of the four blocks is fixed: guide, regime, statutory content, annual reports. */
const rankOf = (node: ColumnNode) => {
  const { kind } = node.entry.data;
  if (kind === 'disclosure-pages') return isGuide(node) ? 0 : 1;
  if (kind === 'catalogue') return 2;
  return kind === 'annual-reports' ? 3 : 4;
};

const isGuide = (node: ColumnNode) =>
  documentsBelow(node, 'disclosure-page').some(({ data: { kind } }) => kind === 'guide');

/** The blocks of a platform in their fixed order; other columns below it stand last. */
const blocksOf = ({ children }: ColumnNode) =>
  [...children].sort((a, b) => rankOf(a) - rankOf(b) || (a.entry.data.order ?? 0) - (b.entry.data.order ?? 0));

/** The navigation of the platform a column stands in; `undefined` where there is none. */
export function takePlatform(use: PageInputs, columnId: string): PlatformNav | undefined {
  return use.alike(`platform:${columnId}`, (shared, { catalogue }) => navigationAt(shared, catalogue.column(columnId)));
}

function navigationAt(use: PageInputs, node: ColumnNode | undefined): PlatformNav | undefined {
  const above: ColumnNode[] = [];
  for (let at = node; at; at = at.parent) above.push(at);
  const platform = above.find(({ entry }) => entry.data.kind === 'disclosure');
  if (!platform) return undefined;
  return use.fact('platform', {
    title: platform.entry.data.title,
    path: platform.path,
    blocks: blocksOf(platform).map((block) => ({
      title: block.entry.data.title,
      path: block.path,
      isHere: above.includes(block),
    })),
  });
}

/** 政府信息公开: the front page of the platform with its four blocks. */
export function buildPlatform(building: Building, node: ColumnNode): Page {
  const { path } = node;
  return definePage(building, {
    path,
    template: 'DisclosurePlatform',
    document: node.entry,
    make: (use) => {
      const { column, introduction } = takeHead(use, node);
      const platform = takePlatform(use, node.entry.documentId)!;
      const blocks = blocksOf(node).map((block) => takeBlock(building, use, block));
      return {
        props: () => ({ path, column, platform, introduction: introduction(), blocks }),
        search: searchOfColumn(node),
      };
    },
  });
}

function takeBlock({ catalogue }: Building, use: PageInputs, node: ColumnNode) {
  const { title, description, kind } = node.entry.data;
  const head = use.fact('block', { title, path: node.path, description });
  const newest = <T extends DocumentType>(type: T) => documentsBelow(node, type).reverse();
  if (kind === 'catalogue') return { ...head, classes: takeClasses(use, catalogue, node.path, false) };
  if (kind === 'annual-reports') {
    const cards = use.cards(byYear(newest('annual-report')));
    return { ...head, reports: cards };
  }
  return { ...head, pages: use.cards(newest('disclosure-page').reverse().slice(0, NAMED)) };
}

/** Newest year first. */
export const byYear = (reports: EntryOf<'annual-report'>[]) => [...reports].sort((a, b) => b.data.year - a.data.year);
