import { Button, Field, Flex, Modal, SingleSelect, SingleSelectOption, Textarea } from '@strapi/design-system';
import { useState } from 'react';

import { t } from '../../strings/t.ts';
import { useAgencies, type Do } from './use-cases.ts';

/** 分办、改派: asks which agency, and lets the office leave a word for it. */
export function AskAgency({ label, primary, act }: { label: string; primary: boolean; act: Do }) {
  const [open, setOpen] = useState(false);
  return (
    <Modal.Root open={open} onOpenChange={setOpen}>
      <Modal.Trigger>
        <Button variant={primary ? 'default' : 'tertiary'} fullWidth>
          {label}
        </Button>
      </Modal.Trigger>
      <Modal.Content>
        <Modal.Header closeLabel={t('ask.closeDialog')}>
          <Modal.Title>{label}</Modal.Title>
        </Modal.Header>
        <Choice label={label} act={act} close={() => setOpen(false)} />
      </Modal.Content>
    </Modal.Root>
  );
}

function Choice({ label, act, close }: { label: string; act: Do; close: () => void }) {
  const agencies = useAgencies();
  const [agency, setAgency] = useState('');
  const [remark, setRemark] = useState('');
  const [problem, setProblem] = useState<string>();
  const [busy, setBusy] = useState(false);

  const run = async () => {
    setBusy(true);
    const problems = await act('assign', { agency, remark });
    setBusy(false);
    setProblem(problems?.['agency']);
    if (!problems) close();
  };

  return (
    <>
      <Modal.Body>
        <Flex direction="column" alignItems="stretch" gap={4}>
          <Field.Root name="agency" {...(problem && { error: problem })} required>
            <Field.Label>{t('ask.agency')}</Field.Label>
            <SingleSelect placeholder={t('ask.agencyHint')} value={agency} onChange={(value) => setAgency(String(value))}>
              {agencies.state === 'here' &&
                agencies.value.map(({ id, title }) => (
                  <SingleSelectOption key={id} value={id}>
                    {title}
                  </SingleSelectOption>
                ))}
            </SingleSelect>
            <Field.Error />
          </Field.Root>
          <Field.Root name="remark">
            <Field.Label>{t('ask.remark')}</Field.Label>
            <Textarea name="remark" value={remark} onChange={({ target }) => setRemark(target.value)} />
          </Field.Root>
        </Flex>
      </Modal.Body>
      <Modal.Footer>
        <Modal.Close>
          <Button variant="tertiary">{t('ask.cancel')}</Button>
        </Modal.Close>
        <Button loading={busy} onClick={() => void run()}>
          {label}
        </Button>
      </Modal.Footer>
    </>
  );
}
