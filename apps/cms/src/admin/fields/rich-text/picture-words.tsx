import { Button, Checkbox, Field, Flex, Modal, Textarea, TextInput, Typography } from '@strapi/design-system';
import { useState } from 'react';

/** The words that belong to a picture of the text. An empty alternative says that it is decoration. */
export interface PictureWords {
  alt: string;
  caption: string;
}

interface PictureWordsDialogProps {
  initial: PictureWords;
  /** A picture already in the text may be decoration; a new one is asked about. */
  isNew: boolean;
  /** Of several pictures chosen at once: which of how many. */
  place?: string | undefined;
  onAnswer: (words: PictureWords) => void;
  onCancel: () => void;
}

/** Asks for the text alternative of a picture, without which it cannot come into the text, and for a caption. */
export function PictureWordsDialog({ initial, isNew, place, onAnswer, onCancel }: PictureWordsDialogProps) {
  const [alt, setAlt] = useState(initial.alt);
  const [caption, setCaption] = useState(initial.caption);
  const [isDecoration, setIsDecoration] = useState(!isNew && initial.alt === '');
  const [refusal, setRefusal] = useState<string>();
  const submit = () => {
    if (!isDecoration && alt.trim() === '') setRefusal('请写替代文字；画面不说明任何事情时，勾选“只作装饰”。');
    else onAnswer({ alt: isDecoration ? '' : alt.trim(), caption: caption.trim() });
  };

  return (
    <Modal.Root open onOpenChange={(isOpen: boolean) => isOpen || onCancel()}>
      <Modal.Content>
        <Modal.Header>
          <Modal.Title>{`图片的文字${place ?? ''}`}</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          <Flex direction="column" alignItems="stretch" gap={4}>
            <Field.Root name="picture-alternative" error={refusal} required={!isDecoration} hint="看不见图的人靠它了解画面：谁、在哪里、做什么。图里有字的，把字写出来。">
              <Field.Label>替代文字</Field.Label>
              <Textarea
                value={alt}
                disabled={isDecoration}
                onChange={(event: React.ChangeEvent<HTMLTextAreaElement>) => {
                  setAlt(event.target.value);
                  setRefusal(undefined);
                }}
              />
              <Field.Error />
              <Field.Hint />
            </Field.Root>
            <Checkbox checked={isDecoration} onCheckedChange={(checked: boolean | 'indeterminate') => setIsDecoration(checked === true)}>
              只作装饰，没有要说明的内容
            </Checkbox>
            <Field.Root name="picture-caption" hint="显示在图片下面，例如“11 月 12 日，河堤步道北段。”可以不写。">
              <Field.Label>图片说明</Field.Label>
              <TextInput value={caption} onChange={(event: React.ChangeEvent<HTMLInputElement>) => setCaption(event.target.value)} />
              <Field.Hint />
            </Field.Root>
            {isDecoration && <Typography textColor="neutral600">读屏软件会跳过这张图。</Typography>}
          </Flex>
        </Modal.Body>
        <Modal.Footer>
          <Button variant="tertiary" onClick={onCancel}>
            {isNew ? '不插入' : '取消'}
          </Button>
          <Button onClick={submit}>{isNew ? '插入图片' : '确定'}</Button>
        </Modal.Footer>
      </Modal.Content>
    </Modal.Root>
  );
}
