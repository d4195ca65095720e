import { Button, Field, Flex, Modal, Typography } from '@strapi/design-system';
import { useNotification } from '@strapi/strapi/admin';
import { useState } from 'react';

import { type Filters, useExport } from './use-audit.ts';

const TODAY = () => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(new Date());

/** Asks for the period that is taken out of the platform. */
export function ExportDialog({ filters, onClose }: { filters: Filters; onClose(): void }) {
  const [from, setFrom] = useState(filters.from || `${TODAY().slice(0, 8)}01`);
  const [to, setTo] = useState(filters.to || TODAY());
  const [problem, setProblem] = useState<string>();
  const [isBusy, setBusy] = useState(false);
  const save = useExport();
  const { toggleNotification } = useNotification();
  const submit = async () => {
    setBusy(true);
    const refused = await save(from, to);
    setBusy(false);
    if (refused) return setProblem(refused);
    toggleNotification({ type: 'success', message: '已导出。导出本身也记入了审计' });
    return onClose();
  };
  return (
    <Modal.Root open onOpenChange={(isOpen: boolean) => !isOpen && onClose()}>
      <Modal.Content>
        <Modal.Header>
          <Modal.Title>导出审计记录</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          <Flex direction="column" alignItems="stretch" gap={4}>
            <Typography>得到一个 ZIP：一份可用 Excel 打开的表格、它的数字签名，以及核对方法。时间为北京时间，含首尾两天，其他筛选条件不起作用。</Typography>
            <Field.Root name="export-from" {...(problem ? { error: problem } : {})}>
              <Field.Label>从</Field.Label>
              <Field.Input type="date" value={from} onChange={({ target }: { target: { value: string } }) => setFrom(target.value)} />
              <Field.Error />
            </Field.Root>
            <Field.Root name="export-to">
              <Field.Label>到</Field.Label>
              <Field.Input type="date" value={to} onChange={({ target }: { target: { value: string } }) => setTo(target.value)} />
            </Field.Root>
          </Flex>
        </Modal.Body>
        <Modal.Footer>
          <Button variant="tertiary" onClick={onClose}>取消</Button>
          <Button loading={isBusy} onClick={() => void submit()}>导出</Button>
        </Modal.Footer>
      </Modal.Content>
    </Modal.Root>
  );
}
