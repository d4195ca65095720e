import type { Editor } from '@tiptap/react';

import { PARAGRAPH_ROLES } from './paragraph-roles.ts';
import { isInPicture } from './pictures.tsx';
import { Bar, Divider, Tool } from './styles.ts';

interface ButtonProps {
  label: string;
  /** The full name, where the label is short. */
  title?: string;
  isOn?: boolean;
  disabled?: boolean;
  onPress: () => void;
}

const Button = ({ label, title, isOn, disabled, onPress }: ButtonProps) => (
  <Tool
    type="button"
    aria-label={title ?? label}
    title={title ?? label}
    aria-pressed={isOn}
    disabled={disabled}
    // The selection in the text must survive the press.
    onMouseDown={(event) => event.preventDefault()}
    onClick={onPress}
  >
    {label}
  </Tool>
);

interface ToolbarProps {
  editor: Editor;
  disabled: boolean;
  onLink: () => void;
  onPicture: () => void;
  onCaption: () => void;
}

/** The buttons above the text, each saying in Chinese what it does. */
export function Toolbar({ editor, disabled, onLink, onPicture, onCaption }: ToolbarProps) {
  const run = () => editor.chain().focus();
  const isRole = (role: string) => editor.isActive('paragraph', { role });
  const setRole = (role: string) =>
    run().setParagraph().updateAttributes('paragraph', { role: isRole(role) ? null : role }).run();

  return (
    <>
      <Bar role="toolbar" aria-label="正文格式">
        <Button label="撤销" disabled={disabled || !editor.can().undo()} onPress={() => run().undo().run()} />
        <Button label="重做" disabled={disabled || !editor.can().redo()} onPress={() => run().redo().run()} />
        <Divider />
        <Button
          label="正文"
          disabled={disabled}
          isOn={editor.isActive('paragraph', { role: null })}
          onPress={() => run().setParagraph().updateAttributes('paragraph', { role: null }).run()}
        />
        {([2, 3, 4] as const).map((level) => (
          <Button
            key={level}
            label={['一、', '（一）', '1.'][level - 2]!}
            title={['一级标题', '二级标题', '三级标题'][level - 2]!}
            disabled={disabled}
            isOn={editor.isActive('heading', { level })}
            onPress={() => run().toggleHeading({ level }).run()}
          />
        ))}
        <Divider />
        <Button label="加粗" disabled={disabled} isOn={editor.isActive('bold')} onPress={() => run().toggleBold().run()} />
        <Button label="强调" title="强调（斜体）" disabled={disabled} isOn={editor.isActive('italic')} onPress={() => run().toggleItalic().run()} />
        <Button label="上标" disabled={disabled} isOn={editor.isActive('superscript')} onPress={() => run().toggleMark('superscript').run()} />
        <Button label="下标" disabled={disabled} isOn={editor.isActive('subscript')} onPress={() => run().toggleMark('subscript').run()} />
        <Divider />
        <Button label="项目列表" disabled={disabled} isOn={editor.isActive('bulletList')} onPress={() => run().toggleBulletList().run()} />
        <Button label="编号列表" disabled={disabled} isOn={editor.isActive('orderedList')} onPress={() => run().toggleOrderedList().run()} />
        <Button label="引用" disabled={disabled} isOn={editor.isActive('blockquote')} onPress={() => run().toggleBlockquote().run()} />
        <Divider />
        {PARAGRAPH_ROLES.map(({ role, label }) => (
          <Button key={role} label={label} disabled={disabled} isOn={isRole(role)} onPress={() => setRole(role)} />
        ))}
        <Divider />
        <Button label="链接" disabled={disabled} isOn={editor.isActive('link')} onPress={onLink} />
        <Button label={isInPicture(editor) ? '图片文字' : '图片'} disabled={disabled} onPress={onPicture} />
        <Button
          label="表格"
          title="插入表格"
          disabled={disabled || editor.isActive('table')}
          onPress={() => {
            run().insertTable({ rows: 3, cols: 3, withHeaderRow: true }).run();
            onCaption();
          }}
        />
        <Button label="分隔线" disabled={disabled} onPress={() => run().setHorizontalRule().run()} />
        <Button label="清除格式" disabled={disabled} onPress={() => run().unsetAllMarks().clearNodes().run()} />
      </Bar>
      {editor.isActive('table') && !disabled && (
        <Bar role="toolbar" aria-label="表格">
          <Button label="表题" title="写表题" onPress={onCaption} />
          <Button label="上方加行" onPress={() => run().addRowBefore().run()} />
          <Button label="下方加行" onPress={() => run().addRowAfter().run()} />
          <Button label="删除行" onPress={() => run().deleteRow().run()} />
          <Divider />
          <Button label="左边加列" onPress={() => run().addColumnBefore().run()} />
          <Button label="右边加列" onPress={() => run().addColumnAfter().run()} />
          <Button label="删除列" onPress={() => run().deleteColumn().run()} />
          <Divider />
          <Button label="表头行" title="首行作表头" onPress={() => run().toggleHeaderRow().run()} />
          <Button label="表头列" title="首列作表头" onPress={() => run().toggleHeaderColumn().run()} />
          <Divider />
          {editor.can().mergeCells() && <Button label="合并" title="合并单元格" onPress={() => run().mergeCells().run()} />}
          {editor.can().splitCell() && <Button label="拆分" title="拆分单元格" onPress={() => run().splitCell().run()} />}
          <Button label="删除表格" onPress={() => run().deleteTable().run()} />
        </Bar>
      )}
    </>
  );
}
