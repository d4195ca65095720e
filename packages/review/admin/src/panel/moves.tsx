import { Button, Flex, Menu, Typography } from '@strapi/design-system';
import { useNotification } from '@strapi/strapi/admin';
import { useState } from 'react';

import type { Standing } from '../../../server/src/editions/standing.ts';
import type { Move } from '../../../server/src/flow/moves.ts';
import type { FieldLabel } from '../fields/field-labels.ts';
import { type Document, useColleagues } from '../remarks/use-remarks.ts';
import type { Description, MoveButton } from './describe-standing.ts';
import { formOf } from './form-of-move.ts';
import { MoveDialog } from './move-dialog.tsx';
import { MADE } from './move-forms.ts';
import type { Reason } from './refusal.ts';
import { RefusalList } from './refusal-list.tsx';
import type { MakeMove } from './use-standing.ts';

interface MovesProps {
  standing: Standing;
  said: Description;
  document: Document;
  fields: readonly FieldLabel[];
  make: MakeMove;
  onMade: () => void;
}

/** The next step as a button, the rest in a menu; what a step needs is asked first, what refuses it is listed whole. */
export function Moves({ standing, said, document, fields, make, onMade }: MovesProps) {
  const [asking, setAsking] = useState<Move>();
  const [busy, setBusy] = useState<Move>();
  const [refused, setRefused] = useState<{ label: string; reasons: readonly Reason[] }>();
  const { toggleNotification } = useNotification();
  const all = useColleagues(document, asking === 'reassign');
  const apart = [...(standing.edition?.contributors ?? []), ...(standing.holder ? [standing.holder] : [])].map(({ id }) => id);
  const colleagues = all.filter(({ id }) => !apart.includes(id));

  const send = async (move: Move, body?: Record<string, unknown>) => {
    const reasons = await make(move, body);
    if (reasons) return reasons;
    toggleNotification({ type: 'success', message: MADE[move] });
    onMade();
    return undefined;
  };
  const press = async ({ move, label }: MoveButton) => {
    setRefused(undefined);
    if (formOf(move, standing)) return setAsking(move);
    setBusy(move);
    const reasons = await send(move);
    setBusy(undefined);
    if (reasons) setRefused({ label, reasons });
  };
  const form = asking && formOf(asking, standing);
  const { next, second, others, waiting } = said;
  return (
    <Flex direction="column" alignItems="stretch" gap={2}>
      {next && (
        <Button fullWidth size="L" loading={busy === next.move} onClick={() => void press(next)}>
          {next.label}
        </Button>
      )}
      {second && (
        <Button fullWidth variant="danger-light" onClick={() => void press(second)}>
          {second.label}
        </Button>
      )}
      {waiting && (
        <Typography tag="p" textColor="neutral700">
          {waiting}
        </Typography>
      )}
      {others.length > 0 && (
        <Menu.Root>
          <Menu.Trigger variant="tertiary" fullWidth>
            更多操作
          </Menu.Trigger>
          <Menu.Content popoverPlacement="bottom-end">
            {others.map((button) => (
              <Menu.Item key={button.move} variant={button.isDanger ? 'danger' : 'default'} onSelect={() => void press(button)}>
                {button.label}
              </Menu.Item>
            ))}
          </Menu.Content>
        </Menu.Root>
      )}
      {refused && <RefusalList title={`没有${refused.label}，请先改好：`} reasons={refused.reasons} fields={fields} />}
      {form && asking && (
        <MoveDialog
          form={form.form}
          given={form.given}
          fields={fields}
          colleagues={colleagues}
          onSend={(body) => send(asking, body)}
          onClose={() => setAsking(undefined)}
        />
      )}
    </Flex>
  );
}
