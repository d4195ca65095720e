import { RESERVED_SEGMENTS } from '@mingchuang/content/paths';

import { localeRoot } from './address-plan.ts';

/** A row of a column, draft or published, as far as its address is concerned. */
export interface ColumnNode {
  id: number;
  documentId: string;
  locale: string;
  isPublished: boolean;
  title: string;
  slug: string | null;
  /** documentId of the parent. */
  parent?: string | undefined;
  /** documentId of the site, whose columns have paths of their own. */
  site?: string | undefined;
  path: string | null;
}

/** Why the tree of columns cannot have its addresses; the message is for the editor. */
export interface ColumnConflict {
  kind: 'conflict';
  message: string;
}

/** First segments that are not a column's to take: the platform's own, and the roots of the other locales. */
const RESERVED: readonly string[] = RESERVED_SEGMENTS;

/**
 * Works out the path of every column: its parent's path and its own slug. Drafts follow the tree of drafts, published
 * rows that of published rows, so that a slug being prepared does not move pages before its time; the child of a
 * column that is not published follows the parent's draft.
 *
 * @returns The paths by row id, or the reason there are none.
 */
export function planColumnPaths(
  nodes: readonly ColumnNode[],
): { kind: 'paths'; paths: Map<number, string> } | ColumnConflict {
  const byKey = new Map(nodes.map((node) => [keyOf(node.documentId, node.locale, node.isPublished), node]));
  const paths = new Map<number, string>();
  const owners = new Map<string, ColumnNode>();

  for (const node of nodes) {
    const path = pathOf(node, byKey, paths, []);
    if (typeof path !== 'string') return path;
    const address = `${node.site ?? ''} ${path}`;
    const owner = owners.get(address);
    if (owner && owner.documentId !== node.documentId)
      return conflict(duplicate(path, owner.path === path ? owner : node));
    owners.set(address, node);
  }
  return { kind: 'paths', paths };
}

function pathOf(
  node: ColumnNode,
  byKey: ReadonlyMap<string, ColumnNode>,
  paths: Map<number, string>,
  below: readonly string[],
): string | ColumnConflict {
  const known = paths.get(node.id);
  if (known) return known;
  if (below.includes(node.documentId))
    return conflict(`“${node.title}”的上级栏目不能是它自己或它的下级栏目，请换一个上级栏目。`);

  const parent = node.parent && parentOf(node, byKey);
  if (!parent && RESERVED.includes(node.slug ?? '')) {
    return conflict(`网址名“${node.slug}”由平台自己使用，一级栏目不能用。请换一个网址名，例如栏目名称的拼音。`);
  }
  const root = parent ? pathOf(parent, byKey, paths, [...below, node.documentId]) : localeRoot(node.locale);
  if (typeof root !== 'string') return root;
  const path = `${root}${node.slug ?? node.documentId}/`;
  paths.set(node.id, path);
  return path;
}

function parentOf(
  { parent, locale, isPublished }: ColumnNode,
  byKey: ReadonlyMap<string, ColumnNode>,
): ColumnNode | undefined {
  return (isPublished && byKey.get(keyOf(parent!, locale, true))) || byKey.get(keyOf(parent!, locale, false));
}

const keyOf = (documentId: string, locale: string, isPublished: boolean) => `${documentId}:${locale}:${isPublished}`;
const conflict = (message: string): ColumnConflict => ({ kind: 'conflict', message });
const duplicate = (path: string, owner: ColumnNode) => `网址“${path}”已经是栏目“${owner.title}”的，请换一个网址名。`;
