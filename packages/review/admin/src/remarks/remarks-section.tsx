import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { Message } from '@strapi/icons';
import { useEffect, useState } from 'react';

import { type FieldLabel, labelOf } from '../fields/field-labels.ts';
import { RemarkForm } from './remark-form.tsx';
import { RemarkItem } from './remark-item.tsx';
import { setOpenRemarks } from './remark-store.ts';
import { type Document, useColleagues, useRemarks } from './use-remarks.ts';

interface RemarksSectionProps {
  document: Document;
  fields: readonly FieldLabel[];
  /** Changes when the remarks may have changed elsewhere. */
  version: string;
}

/** What colleagues say about the document: what is open, what was dealt with, and the way to say something. */
export function RemarksSection({ document, fields, version }: RemarksSectionProps) {
  const { known, add, settle } = useRemarks(document, version);
  const [writing, setWriting] = useState<{ field: string }>();
  const [shownField, setShownField] = useState<string>();
  const [showsSettled, setShowsSettled] = useState(false);
  const colleagues = useColleagues(document, known?.mayWrite ?? false);

  useEffect(() => {
    if (!known) return undefined;
    const toPanel = (field: string) => {
      const first = known.remarks.find((one) => !one.settled && one.field?.split('.')[0] === field);
      const element = first && window.document.getElementById(`remark-${first.id}`);
      element?.scrollIntoView({ block: 'center' });
      element?.focus({ preventScroll: true });
    };
    setOpenRemarks({
      ...known,
      begin: (field) => setWriting({ field }),
      show: (field) => {
        setShownField(field);
        toPanel(field);
      },
    });
    return () => setOpenRemarks(undefined);
  }, [known]);

  if (!known) return null;
  const { remarks, mayWrite } = known;
  const open = remarks.filter(({ settled }) => !settled);
  const settled = remarks.filter((remark) => remark.settled);
  const list = (some: typeof remarks) => (
    <Flex tag="ul" direction="column" alignItems="stretch" gap={2}>
      {some.map((remark) => (
        <RemarkItem
          key={remark.id}
          remark={remark}
          label={remark.field && labelOf(fields, remark.field)}
          isShown={shownField !== undefined && remark.field?.split('.')[0] === shownField}
          mayWrite={mayWrite}
          colleagues={colleagues}
          onAnswer={add}
          onSettle={(isSettled) => settle(remark.id, isSettled)}
        />
      ))}
    </Flex>
  );
  return (
    <Box width="100%">
      <Typography variant="sigma" textColor="neutral600" tag="h3" paddingBottom={2}>
        {open.length > 0 ? `备注（${open.length} 条没处理）` : '备注'}
      </Typography>
      <Flex direction="column" alignItems="stretch" gap={3}>
        {open.length > 0 && list(open)}
        {settled.length > 0 && (
          <Button size="S" variant="ghost" aria-expanded={showsSettled} onClick={() => setShowsSettled(!showsSettled)}>
            {showsSettled ? '收起已处理的' : `已处理 ${settled.length} 条`}
          </Button>
        )}
        {showsSettled && list(settled)}
        {mayWrite && !writing && (
          <Button size="S" variant="tertiary" startIcon={<Message />} onClick={() => setWriting({ field: '' })}>
            写备注
          </Button>
        )}
        {writing && (
          <RemarkForm key={writing.field} label="备注" fields={fields} field={writing.field} colleagues={colleagues} onSend={add} onClose={() => setWriting(undefined)} />
        )}
      </Flex>
    </Box>
  );
}
