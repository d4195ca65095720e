import type { Extensions } from '@tiptap/core';
import { TableRow } from '@tiptap/extension-table';
import { ReactNodeViewRenderer } from '@tiptap/react';
import { StarterKit } from '@tiptap/starter-kit';

import { MediaView } from './media-view.tsx';
import { CaptionedTable, Figure, FigureCaption, HeaderCell, MediaImage, PlainCell, Subscript, Superscript } from './nodes.ts';
import { ParagraphRoles } from './paragraph-roles.ts';

/** An address that may be linked to; the server holds to the same (src/rich-text/sanitise.ts). */
export const isLinkable = (address: string) =>
  /^(entry:[a-z-]+\/[a-z0-9]+|\/(?!\/)\S*|https?:\/\/\S+|mailto:\S+|tel:[+\d-]+)$/i.test(address.trim());

/** The vocabulary of rich text, as an editor. */
export const extensions: Extensions = [
  StarterKit.configure({
    heading: { levels: [2, 3, 4] },
    code: false,
    codeBlock: false,
    strike: false,
    underline: false,
    link: {
      openOnClick: false,
      autolink: false,
      protocols: ['entry', 'tel', 'mailto'],
      isAllowedUri: (address) => isLinkable(address),
      HTMLAttributes: { target: null, rel: null, class: null },
    },
  }),
  ParagraphRoles,
  Superscript,
  Subscript,
  MediaImage.extend({ addNodeView: () => ReactNodeViewRenderer(MediaView) }),
  FigureCaption,
  Figure,
  CaptionedTable,
  TableRow,
  HeaderCell,
  PlainCell,
];
