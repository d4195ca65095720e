import { Button, Dialog } from '@strapi/design-system';
import { useState } from 'react';

import { t } from '../../strings/t.ts';
import type { Problems } from './use-cases.ts';

interface Props {
  label: string;
  /** Asked first, when the step cannot be taken back easily. */
  question?: string;
  secondary?: boolean;
  fullWidth?: boolean;
  disabled?: boolean;
  onConfirm: () => Promise<Problems | undefined>;
}

/** A button for something done with one press, or with a question between. */
export function Confirm({ label, question, secondary = false, fullWidth = true, disabled = false, onConfirm }: Props) {
  const [open, setOpen] = useState(false);
  const [busy, setBusy] = useState(false);
  const run = async () => {
    setBusy(true);
    await onConfirm();
    setBusy(false);
    setOpen(false);
  };
  const variant = secondary ? 'tertiary' : 'default';
  if (!question) {
    return (
      <Button variant={variant} loading={busy} disabled={disabled} fullWidth={fullWidth} onClick={() => void run()}>
        {label}
      </Button>
    );
  }
  return (
    <Dialog.Root open={open} onOpenChange={setOpen}>
      <Dialog.Trigger>
        <Button variant={variant} disabled={disabled} fullWidth={fullWidth}>
          {label}
        </Button>
      </Dialog.Trigger>
      <Dialog.Content>
        <Dialog.Header>{label}</Dialog.Header>
        <Dialog.Body>{question}</Dialog.Body>
        <Dialog.Footer>
          <Dialog.Cancel>
            <Button variant="tertiary" fullWidth>
              {t('ask.cancel')}
            </Button>
          </Dialog.Cancel>
          <Button loading={busy} fullWidth onClick={() => void run()}>
            {label}
          </Button>
        </Dialog.Footer>
      </Dialog.Content>
    </Dialog.Root>
  );
}
