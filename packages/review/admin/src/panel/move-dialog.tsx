import { Button, Flex, Modal, Typography } from '@strapi/design-system';
import { useState, type FormEvent } from 'react';

import type { FieldLabel } from '../fields/field-labels.ts';
import { MoveField } from './move-field.tsx';
import type { MoveForm } from './move-forms.ts';
import { type Given, isComplete, toRequest } from './move-input.ts';
import type { Reason } from './refusal.ts';
import { RefusalList } from './refusal-list.tsx';

interface MoveDialogProps {
  form: MoveForm;
  /** What the form begins with. */
  given?: Given;
  fields: readonly FieldLabel[];
  colleagues: readonly { id: number; name: string }[];
  /** Makes the move. Answers why it was not made, or nothing. */
  onSend: (body: Record<string, unknown>) => Promise<readonly Reason[] | undefined>;
  onClose: () => void;
}

/** Asks what a move needs, then makes it. It stays open with every reason when the server refuses. */
export function MoveDialog({ form, given: beginning = {}, fields, colleagues, onSend, onClose }: MoveDialogProps) {
  const [given, setGiven] = useState<Given>(beginning);
  const [wasSent, setWasSent] = useState(false);
  const [isBusy, setIsBusy] = useState(false);
  const [reasons, setReasons] = useState<readonly Reason[]>();
  const send = async (event: FormEvent) => {
    event.preventDefault();
    // The edit view's own form is around this one in React's tree.
    event.stopPropagation();
    setWasSent(true);
    if (!isComplete(form, given)) return;
    setIsBusy(true);
    const refused = await onSend(toRequest(form, given, beginning));
    setIsBusy(false);
    setReasons(refused);
    if (!refused) onClose();
  };
  return (
    <Modal.Root open onOpenChange={(isOpen: boolean) => !isOpen && onClose()}>
      <Modal.Content aria-describedby={undefined}>
        <form noValidate onSubmit={(event) => void send(event)} style={{ display: 'contents' }}>
          <Modal.Header closeLabel="关闭">
            <Modal.Title>{form.title}</Modal.Title>
          </Modal.Header>
          <Modal.Body>
            <Flex direction="column" alignItems="stretch" gap={5}>
              {form.explanation && <Typography tag="p">{form.explanation}</Typography>}
              {form.asks.map((ask) => (
                <MoveField key={ask.what} ask={ask} given={given} onChange={setGiven} wasSent={wasSent} fields={fields} colleagues={colleagues} />
              ))}
              {reasons && <RefusalList title="没有做成" reasons={reasons} fields={fields} onLeave={onClose} />}
            </Flex>
          </Modal.Body>
          <Modal.Footer>
            <Button variant="tertiary" onClick={onClose} type="button">
              取消
            </Button>
            <Button type="submit" variant={form.isDanger ? 'danger' : 'default'} loading={isBusy}>
              {form.confirm}
            </Button>
          </Modal.Footer>
        </form>
      </Modal.Content>
    </Modal.Root>
  );
}
