import { Button, Field, Flex, SingleSelect, SingleSelectOption } from '@strapi/design-system';
import { useState } from 'react';

import type { Colleague } from '../../../server/src/remarks/remark.ts';
import type { FieldLabel } from '../fields/field-labels.ts';
import type { Reason } from '../panel/refusal.ts';
import { listMentioned } from './mention.ts';
import { MentionTextarea } from './mention-textarea.tsx';
import type { Writing } from './use-remarks.ts';

interface RemarkFormProps {
  /** What it is about at first. Left out for an answer, which is about what it answers. */
  fields?: readonly FieldLabel[];
  field?: string | undefined;
  label: string;
  colleagues: readonly Colleague[];
  onSend: (writing: Writing) => Promise<readonly Reason[] | undefined>;
  onClose: () => void;
}

/** Where a remark or an answer is written. */
export function RemarkForm({ fields, field: first = '', label, colleagues, onSend, onClose }: RemarkFormProps) {
  const [text, setText] = useState('');
  const [field, setField] = useState(first);
  const [problem, setProblem] = useState<string>();
  const [isBusy, setIsBusy] = useState(false);
  const send = async () => {
    if (!text.trim()) return setProblem('请写备注。');
    setIsBusy(true);
    const reasons = await onSend({ text: text.trim(), mentions: listMentioned(text, colleagues), ...(field ? { field } : {}) });
    setIsBusy(false);
    setProblem(reasons?.map(({ message }) => message).join('\n'));
    if (!reasons) onClose();
  };
  return (
    <Flex direction="column" alignItems="stretch" gap={3} width="100%">
      {fields && (
        <Field.Root name="remark-field">
          <Field.Label>针对哪一处</Field.Label>
          <SingleSelect size="S" placeholder="整篇" value={field} clearLabel="改为整篇" onClear={() => setField('')} onChange={(value) => setField(String(value))}>
            {fields.map((one) => (
              <SingleSelectOption key={one.name} value={one.name}>
                {one.label}
              </SingleSelectOption>
            ))}
          </SingleSelect>
        </Field.Root>
      )}
      <MentionTextarea label={label} value={text} colleagues={colleagues} problem={problem} onChange={setText} />
      <Flex gap={2}>
        <Button size="S" loading={isBusy} onClick={() => void send()}>
          发出
        </Button>
        <Button size="S" variant="tertiary" onClick={onClose}>
          取消
        </Button>
      </Flex>
    </Flex>
  );
}
