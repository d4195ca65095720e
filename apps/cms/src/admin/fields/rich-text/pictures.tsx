import type { Editor } from '@tiptap/react';
import { useState } from 'react';

import { PictureDialog, type Picture } from './picture-dialog.tsx';
import { PictureWordsDialog, type PictureWords } from './picture-words.tsx';

interface PicturesProps {
  editor: Editor;
  /** Whether new pictures are chosen, or the words of the one selected are changed. */
  task: 'insert' | 'change';
  onDone: () => void;
}

const figureOf = (src: string, { alt, caption }: PictureWords) => ({
  type: 'figure',
  content: [
    { type: 'image', attrs: { src, alt } },
    { type: 'figureCaption', content: caption ? [{ type: 'text', text: caption }] : [] },
  ],
});

/** Where the figure around the selection is, and what it says. */
function findFigure(editor: Editor) {
  const { $from, from } = editor.state.selection;
  for (let depth = $from.depth; depth > 0; depth -= 1) {
    if ($from.node(depth).type.name === 'figure') return { from: $from.before(depth), node: $from.node(depth) };
  }
  const node = editor.state.doc.nodeAt(from);
  return node && ['figure', 'image'].includes(node.type.name) ? { from, node } : undefined;
}

/** Whether a picture is selected, so that its words can be changed. */
export const isInPicture = (editor: Editor) => editor.isActive('figure') || editor.isActive('image');

/** Brings pictures into the text, one after the other, each with its words; or changes the words of one. */
export function Pictures({ editor, task, onDone }: PicturesProps) {
  const [chosen, setChosen] = useState<{ pictures: Picture[]; index: number }>();
  if (task === 'change') return <ChangedPicture editor={editor} onDone={onDone} />;
  if (!chosen) {
    return <PictureDialog onClose={onDone} onChoose={(pictures) => (pictures.length > 0 ? setChosen({ pictures, index: 0 }) : onDone())} />;
  }
  const { pictures, index } = chosen;
  const { src, alt, caption } = pictures[index]!;
  const goOn = () => (index + 1 < pictures.length ? setChosen({ pictures, index: index + 1 }) : onDone());
  return (
    <PictureWordsDialog
      key={src}
      isNew
      initial={{ alt, caption }}
      place={pictures.length > 1 ? `（第 ${index + 1} 张，共 ${pictures.length} 张）` : undefined}
      onCancel={goOn}
      onAnswer={(words) => {
        editor.chain().focus().insertContent(figureOf(src, words)).run();
        goOn();
      }}
    />
  );
}

function ChangedPicture({ editor, onDone }: { editor: Editor; onDone: () => void }) {
  const [found] = useState(() => findFigure(editor));
  if (!found) return null;
  const { node, from } = found;
  const image = node.type.name === 'image' ? node : node.firstChild;
  const { src, alt } = (image?.attrs ?? {}) as { src: string; alt: string };
  const caption = node.type.name === 'figure' && node.childCount > 1 ? node.lastChild!.textContent : '';
  return (
    <PictureWordsDialog
      isNew={false}
      initial={{ alt, caption }}
      onCancel={onDone}
      onAnswer={(words) => {
        editor.chain().focus().insertContentAt({ from, to: from + node.nodeSize }, figureOf(src, words)).run();
        onDone();
      }}
    />
  );
}
