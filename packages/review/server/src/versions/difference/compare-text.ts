import type { FileShown } from '../content.ts';
import { align, type Pair } from './align.ts';
import { type Block, readBlocks } from './blocks.ts';
import type { Cell, Row } from './types.ts';
import { compareWords, whole } from './words.ts';

/** Finds what a picture of rich text is called; its address in the text is its identity alone. */
export type FindFile = (id: string) => FileShown | undefined;

const key = ({ role, text, form, fileId }: Block) => JSON.stringify([role, text, form, fileId]);
const reading = (block: Block) => `${block.role ?? ''} ${block.text} ${block.fileId ?? ''}`;

/** Rich text block by block, each block word by word. */
export function compareRichText(before: string, after: string, findFile: FindFile): Row[] {
  const pairs = align(readBlocks(before), readBlocks(after), { keyOf: key, textOf: reading });
  return pairs.map((pair) => rowOf(pair, findFile));
}

/** Text of several lines, line by line. */
export function compareLines(before: string, after: string): Row[] {
  const read = (text: string): Block[] => (text === '' ? [] : text.split('\n').map((line) => ({ text: line, form: '' })));
  return align(read(before), read(after), { keyOf: key, textOf: reading }).map((pair) => rowOf(pair, () => undefined));
}

function rowOf({ before, after }: Pair<Block>, findFile: FindFile): Row {
  const cell = (block: Block, pieces: Cell['pieces']): Cell => {
    const file = block.fileId ? (findFile(block.fileId) ?? { id: block.fileId, name: '图片', mime: 'image/*' }) : undefined;
    return { ...(block.role ? { label: block.role } : {}), pieces, ...(file ? { file } : {}) };
  };
  if (!before) return { mark: 'added', after: cell(after!, whole(after!.text, 'added')) };
  if (!after) return { mark: 'removed', before: cell(before, whole(before.text, 'removed')) };
  const words = compareWords(before.text, after.text);
  const isSame = before.text === after.text && before.role === after.role && before.fileId === after.fileId;
  const mark = !isSame ? 'changed' : before.form === after.form ? 'same' : 'restyled';
  return { mark, before: cell(before, words.before), after: cell(after, words.after) };
}
