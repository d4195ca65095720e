import { Parser } from 'htmlparser2';

/** A paragraph, heading, list item, table row or picture of rich text. */
export interface Block {
  /** What it is, in words; none for a plain paragraph. */
  role?: string;
  text: string;
  /** Its markup without the text's own tags of the block: what differs when only form or links do. */
  form: string;
  /** documentId of a picture or attachment it shows. */
  fileId?: string;
}

const ROLES: Record<string, string> = {
  h2: '二级标题',
  h3: '三级标题',
  h4: '四级标题',
  li: '列表项',
  tr: '表格行',
  caption: '表格标题',
  figcaption: '图片说明',
  figure: '图片',
  blockquote: '引用',
};
/** Tags that begin a block of their own. */
const BLOCKS = new Set(['p', 'hr', ...Object.keys(ROLES)]);
/** Tags that say something of the words in them. */
const INLINE = new Set(['strong', 'em', 'sub', 'sup', 'a', 'img', 'br']);

/** Parts rich text (docs/developers.md names its vocabulary) into what a reader sees one below the other. */
export function readBlocks(html: string): Block[] {
  const blocks: Block[] = [];
  const open: { tag: string; block: Block }[] = [];
  const begin = (tag: string, { class: name = '' }: Attributes = {}) => {
    const role = ROLES[tag];
    const block = { ...(role ? { role } : {}), text: '', form: `${tag} ${name} ` };
    open.push({ tag, block });
    blocks.push(block);
  };
  /** The block that is being read; text outside of any is a paragraph. */
  const current = () => {
    if (open.length === 0) begin('p');
    return open.at(-1)!.block;
  };
  const parser = new Parser({
    onopentag(tag, attributes) {
      // A paragraph in a list item or cell is part of it.
      if (tag === 'p' && open.length > 0) current().text += ' ';
      else if (BLOCKS.has(tag)) begin(tag, attributes);
      else if (INLINE.has(tag)) noteInline(current(), tag, attributes);
    },
    ontext(text) {
      if (open.length > 0 || text.trim() !== '') current().text += text;
    },
    onclosetag(tag) {
      if (open.at(-1)?.tag === tag) open.pop();
      else if (open.length > 0 && (tag === 'td' || tag === 'th')) current().text += ' | ';
      else if (open.length > 0 && INLINE.has(tag)) current().form += `/${tag} `;
    },
  });
  parser.end(html);
  return blocks.map((block) => ({ ...block, text: tidy(block.text) })).filter(({ text, fileId }) => text !== '' || fileId);
}

type Attributes = Record<string, string>;

const tidy = (text: string) => text.replace(/\s+/g, ' ').replace(/( \|)+ ?$/, '').trim();

function noteInline(block: Block, tag: string, { href, src, alt }: Attributes): void {
  block.form += `${tidy(block.text).length}:${tag} ${href ?? src ?? ''} `;
  if (tag === 'br') block.text += ' ';
  if (tag !== 'img') return;
  const fileId = /^media:([a-z0-9]+)/.exec(src ?? '')?.[1];
  if (fileId) block.fileId = fileId;
  block.text += alt ?? '';
}
