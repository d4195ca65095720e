import { Mark, mergeAttributes, Node } from '@tiptap/core';
import { Image } from '@tiptap/extension-image';
import { Table, TableCell, TableHeader } from '@tiptap/extension-table';

/** 上标 and 下标. */
export const Superscript = Mark.create({ name: 'superscript', excludes: 'subscript', parseHTML: () => [{ tag: 'sup' }], renderHTML: () => ['sup', 0] });
export const Subscript = Mark.create({ name: 'subscript', excludes: 'superscript', parseHTML: () => [{ tag: 'sub' }], renderHTML: () => ['sub', 0] });

/** A picture of the media library, by the identity of its file. Shown in the editor by `MediaView`. */
export const MediaImage = Image.extend({
  draggable: true,
  addAttributes: () => ({
    src: { default: null },
    alt: { default: '' },
  }),
  parseHTML: () => [{ tag: 'img[src^="media:"]' }],
  renderHTML: ({ HTMLAttributes }) => ['img', mergeAttributes(HTMLAttributes)],
});

/** The words under a picture. */
export const FigureCaption = Node.create({
  name: 'figureCaption',
  content: 'inline*',
  defining: true,
  parseHTML: () => [{ tag: 'figcaption' }],
  renderHTML: () => ['figcaption', 0],
});

/** A picture with the words under it. */
export const Figure = Node.create({
  name: 'figure',
  group: 'block',
  content: 'image figureCaption?',
  isolating: true,
  draggable: true,
  parseHTML: () => [{ tag: 'figure' }],
  renderHTML: () => ['figure', 0],
});

/** A table that keeps its caption. */
export const CaptionedTable = Table.extend({
  // TipTap's own view of a table has no place for it.
  addNodeView: () => null,
  addAttributes: () => ({
    caption: {
      default: '',
      parseHTML: (element: HTMLElement) => element.querySelector('caption')?.textContent?.trim() ?? '',
      renderHTML: () => ({}),
    },
  }),
  parseHTML: () => [
    {
      tag: 'table',
      contentElement: (element) => {
        const rows = element.cloneNode(true) as HTMLElement;
        rows.querySelector('caption')?.remove();
        return rows;
      },
    },
  ],
  renderHTML: ({ node }) => {
    const caption = node.attrs.caption as string;
    return caption ? ['table', ['caption', caption], ['tbody', 0]] : ['table', ['tbody', 0]];
  },
});

const span = (name: 'colspan' | 'rowspan') => ({
  default: 1,
  parseHTML: (element: HTMLElement) => Number(element.getAttribute(name) ?? 1) || 1,
  renderHTML: (attributes: Record<string, unknown>) => (Number(attributes[name]) > 1 ? { [name]: String(attributes[name]) } : {}),
});
// Widths are for the portal's style sheet; ProseMirror's tables count on the attribute being there.
const colwidth = { default: null, parseHTML: () => null, renderHTML: () => ({}) };

export const PlainCell = TableCell.extend({
  addAttributes: () => ({ colspan: span('colspan'), rowspan: span('rowspan'), colwidth }),
});
export const HeaderCell = TableHeader.extend({
  addAttributes: () => ({
    colspan: span('colspan'),
    rowspan: span('rowspan'),
    colwidth,
    scope: { default: 'col', parseHTML: (element: HTMLElement) => (element.getAttribute('scope') === 'row' ? 'row' : 'col') },
  }),
});
