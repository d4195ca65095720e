import { Field } from '@strapi/design-system';
import { useField } from '@strapi/strapi/admin';
import { EditorContent, useEditor, useEditorState } from '@tiptap/react';
import { useEffect, useRef, useState } from 'react';

import type { FieldProps } from '../field-props.ts';
import { AskBar } from './ask-bar.tsx';
import { cleanPaste, countLostPictures } from './clean-paste.ts';
import { extensions } from './extensions.ts';
import { LinkDialog } from './link-dialog.tsx';
import { measureText } from './measure-text.ts';
import { isInPicture, Pictures } from './pictures.tsx';
import { toStoredHtml } from './stored-html.ts';
import { Foot, Frame, Hints, Page } from './styles.ts';
import { findHints } from './text-hints.ts';
import { Toolbar } from './toolbar.tsx';

/** The field 正文: an editor of the one vocabulary, which stores clean HTML. */
export function RichTextInput({ name, label, hint, required, disabled = false, labelAction }: FieldProps) {
  const field = useField<string | null>(name);
  const [asking, setAsking] = useState<'link' | 'caption' | 'insert' | 'change'>();
  const [lost, setLost] = useState(0);
  const shown = useRef(field.value ?? '');
  const write = useRef(field.onChange);
  write.current = field.onChange;

  const editor = useEditor({
    extensions,
    content: shown.current,
    editable: !disabled,
    editorProps: {
      attributes: { role: 'textbox', 'aria-multiline': 'true', 'aria-label': label ?? name },
      transformPastedHTML: (html) => {
        setLost(countLostPictures(html));
        return cleanPaste(html);
      },
    },
    onUpdate: ({ editor: changed }) => {
      shown.current = toStoredHtml(changed.getHTML());
      write.current(name, shown.current || null);
    },
  });

  // The form changes the value by itself when a version is discarded or another language is opened.
  useEffect(() => {
    const value = field.value ?? '';
    if (value === shown.current) return;
    shown.current = value;
    editor.commands.setContent(value, { emitUpdate: false });
  }, [editor, field.value]);
  useEffect(() => editor.setEditable(!disabled, false), [editor, disabled]);

  const { measure, hints, href, caption } = useEditorState({
    editor,
    selector: ({ editor: current }) => ({
      // The toolbar shows what the selection is in: every transaction counts.
      transaction: current.state,
      measure: measureText(current.state.doc.textBetween(0, current.state.doc.content.size, '\n')),
      hints: findHints(current.state.doc),
      href: (current.getAttributes('link').href as string | undefined) ?? '',
      caption: (current.getAttributes('table').caption as string | undefined) ?? '',
    }),
  });

  const link = (address: string, title = address) => {
    const chain = editor.chain().focus().extendMarkRange('link');
    if (!address) chain.unsetLink().run();
    else if (editor.state.selection.empty && !href) {
      chain.insertContent({ type: 'text', text: title, marks: [{ type: 'link', attrs: { href: address } }] }).run();
    } else chain.setLink({ href: address }).run();
    setAsking(undefined);
  };

  return (
    <Field.Root name={name} error={field.error} hint={hint} required={required}>
      <Field.Label action={labelAction}>{label}</Field.Label>
      <Frame $isWrong={Boolean(field.error)}>
        <Toolbar
          editor={editor}
          disabled={disabled}
          onLink={() => setAsking('link')}
          onPicture={() => setAsking(isInPicture(editor) ? 'change' : 'insert')}
          onCaption={() => setAsking('caption')}
        />
        {asking === 'caption' && (
          <AskBar
            label="表题"
            initial={caption}
            placeholder="表格的名称，例如“2026 年收费标准”"
            onAnswer={(text) => {
              editor.chain().focus().updateAttributes('table', { caption: text }).run();
              setAsking(undefined);
            }}
            onCancel={() => setAsking(undefined)}
          />
        )}
        <Page>
          <EditorContent editor={editor} />
        </Page>
        {(hints.length > 0 || lost > 0) && !disabled && (
          <Hints role="status">
            {lost > 0 && <li>{`粘贴时有 ${lost} 张图片没有带过来，请用“图片”从媒体库插入。`}</li>}
            {hints.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </Hints>
        )}
        <Foot aria-live="off">{measure.words > 0 ? `共 ${measure.words} 字，约 ${measure.minutes} 分钟读完` : '共 0 字'}</Foot>
      </Frame>
      <Field.Hint />
      <Field.Error />
      {asking === 'link' && <LinkDialog initial={href} onAnswer={link} onCancel={() => setAsking(undefined)} />}
      {(asking === 'insert' || asking === 'change') && <Pictures editor={editor} task={asking} onDone={() => setAsking(undefined)} />}
    </Field.Root>
  );
}

export default RichTextInput;
