import type { ColumnNode } from './catalogue.ts';
import { plainText, renderIfFilled } from './document.ts';
import type { Crumb, PageInputs } from './page.ts';

/** What the head of every front page of a column is made of. */
export function takeHead(use: PageInputs, node: ColumnNode) {
  const column = use.column(node);
  const children = takeChildren(use, node);
  const whole = use.whole(node.entry);
  return { column, children, introduction: () => renderIfFilled(use, whole, whole.data.introduction) };
}

const takeChildren = (use: PageInputs, node: ColumnNode): Crumb[] =>
  use.fact(
    'children',
    node.children.map((child) => ({ title: child.entry.data.title, path: child.path })),
  );

/** What a column says of itself to the search. */
export function searchOfColumn({ entry, path }: ColumnNode) {
  return () => ({
    url: path,
    kind: 'column' as const,
    title: entry.data.title,
    aliases: [],
    text: [entry.data.description, plainText(entry.data.introduction ?? '')].filter(Boolean).join('\n'),
  });
}
