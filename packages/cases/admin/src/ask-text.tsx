import { Button, Field, Modal, Textarea } from '@strapi/design-system';
import { useState } from 'react';

import { t } from '../../strings/t.ts';
import type { Problems } from './use-cases.ts';

interface Props {
  label: string;
  /** What has to be written. */
  ask: string;
  /** Name the server has for it. */
  field?: string;
  primary?: boolean;
  danger?: boolean;
  onAnswer: (text: string) => Promise<Problems | undefined>;
}

/** A button that asks for a reason before it does what it says. */
export function AskText({ label, ask, field = 'remark', primary = false, danger = false, onAnswer }: Props) {
  const [open, setOpen] = useState(false);
  const [busy, setBusy] = useState(false);
  const [text, setText] = useState('');
  const [problem, setProblem] = useState<string>();

  const run = async () => {
    setBusy(true);
    const problems = await onAnswer(text);
    setBusy(false);
    setProblem(problems?.[field]);
    if (!problems) setOpen(false);
  };

  return (
    <Modal.Root open={open} onOpenChange={setOpen}>
      <Modal.Trigger>
        <Button variant={primary ? 'default' : danger ? 'danger-light' : 'tertiary'} fullWidth>
          {label}
        </Button>
      </Modal.Trigger>
      <Modal.Content>
        <Modal.Header closeLabel={t('ask.closeDialog')}>
          <Modal.Title>{label}</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          <Field.Root name={field} {...(problem && { error: problem })} required>
            <Field.Label>{ask}</Field.Label>
            <Textarea name={field} value={text} onChange={({ target }) => setText(target.value)} />
            <Field.Error />
          </Field.Root>
        </Modal.Body>
        <Modal.Footer>
          <Modal.Close>
            <Button variant="tertiary">{t('ask.cancel')}</Button>
          </Modal.Close>
          <Button variant={danger ? 'danger' : 'default'} loading={busy} onClick={() => void run()}>
            {label}
          </Button>
        </Modal.Footer>
      </Modal.Content>
    </Modal.Root>
  );
}
