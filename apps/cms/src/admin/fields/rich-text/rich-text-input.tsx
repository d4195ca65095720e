import { Field } from '@strapi/design-system';
import { useField } from '@strapi/strapi/admin';
import { EditorContent, useEditor, useEditorState } from '@tiptap/react';
import { useEffect, useRef, useState } from 'react';

import type { FieldProps } from '../field-props.ts';
import { AskBar } from './ask-bar.tsx';
import { cleanPaste } from './clean-paste.ts';
import { extensions, isLinkable } from './extensions.ts';
import { PictureDialog } from './picture-dialog.tsx';
import { toStoredHtml } from './stored-html.ts';
import { Foot, Frame, Page } from './styles.ts';
import { Toolbar } from './toolbar.tsx';

const countCharacters = (text: string) => [...text.replace(/\s/g, '')].length;

/** The field 正文: an editor of the one vocabulary, which stores clean HTML. */
export function RichTextInput({ name, label, hint, required, disabled = false, labelAction }: FieldProps) {
  const field = useField<string | null>(name);
  const [asking, setAsking] = useState<'link' | 'caption' | 'picture'>();
  const shown = useRef(field.value ?? '');
  const write = useRef(field.onChange);
  write.current = field.onChange;

  const editor = useEditor({
    extensions,
    content: shown.current,
    editable: !disabled,
    editorProps: {
      attributes: { role: 'textbox', 'aria-multiline': 'true', 'aria-label': label ?? name },
      transformPastedHTML: cleanPaste,
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

  const { characters, href, caption } = useEditorState({
    editor,
    selector: ({ editor: current }) => ({
      // The toolbar shows what the selection is in: every transaction counts.
      transaction: current.state,
      characters: countCharacters(current.state.doc.textContent),
      href: (current.getAttributes('link').href as string | undefined) ?? '',
      caption: (current.getAttributes('table').caption as string | undefined) ?? '',
    }),
  });

  const link = (address: string) => {
    const chain = editor.chain().focus().extendMarkRange('link');
    if (!address) chain.unsetLink().run();
    else if (editor.state.selection.empty && !href) {
      chain.insertContent({ type: 'text', text: address, marks: [{ type: 'link', attrs: { href: address } }] }).run();
    } else chain.setLink({ href: address }).run();
  };

  return (
    <Field.Root name={name} error={field.error} hint={hint} required={required}>
      <Field.Label action={labelAction}>{label}</Field.Label>
      <Frame $isWrong={Boolean(field.error)}>
        <Toolbar
          editor={editor}
          disabled={disabled}
          onLink={() => setAsking('link')}
          onPicture={() => setAsking('picture')}
          onCaption={() => setAsking('caption')}
        />
        {asking === 'link' && (
          <AskBar
            label="链接地址"
            initial={href}
            placeholder="https://… 或本站路径 /…，留空为取消链接"
            refuse={(address) => (isLinkable(address) ? undefined : '地址要以 https://、http:// 或 / 开头。')}
            onAnswer={(address) => {
              link(address);
              setAsking(undefined);
            }}
            onCancel={() => setAsking(undefined)}
          />
        )}
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
        <Foot aria-live="off">共 {characters} 字</Foot>
      </Frame>
      <Field.Hint />
      <Field.Error />
      {asking === 'picture' && (
        <PictureDialog
          onClose={() => setAsking(undefined)}
          onChoose={({ src, alt, caption: words }) =>
            editor
              .chain()
              .focus()
              .insertContent({
                type: 'figure',
                content: [
                  { type: 'image', attrs: { src, alt } },
                  { type: 'figureCaption', content: words ? [{ type: 'text', text: words }] : [] },
                ],
              })
              .run()
          }
        />
      )}
    </Field.Root>
  );
}

export default RichTextInput;
