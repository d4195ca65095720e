import { Button, Field, Flex, Textarea } from '@strapi/design-system';
import { useState } from 'react';

/** Asks why something that stops is let pass. */
export function OverrideForm({ onSend }: { onSend: (reason: string) => Promise<boolean> }) {
  const [reason, setReason] = useState<string>();
  const [isBusy, setIsBusy] = useState(false);
  if (reason === undefined)
    return (
      <Button size="S" variant="tertiary" onClick={() => setReason('')}>
        说明理由放行
      </Button>
    );
  const send = async () => {
    setIsBusy(true);
    const isDone = await onSend(reason.trim());
    setIsBusy(false);
    if (isDone) setReason(undefined);
  };
  return (
    <Flex direction="column" alignItems="stretch" gap={2} width="100%">
      <Field.Root hint="会和您的姓名一起记入审计。">
        <Field.Label>放行的理由</Field.Label>
        <Textarea value={reason} maxLength={500} onChange={(event: { target: { value: string } }) => setReason(event.target.value)} />
        <Field.Hint />
      </Field.Root>
      <Flex gap={2}>
        <Button size="S" variant="danger-light" loading={isBusy} disabled={reason.trim() === ''} onClick={() => void send()}>
          放行
        </Button>
        <Button size="S" variant="tertiary" onClick={() => setReason(undefined)}>
          取消
        </Button>
      </Flex>
    </Flex>
  );
}
