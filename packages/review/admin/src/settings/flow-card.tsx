import { Box, Button, Dialog, Flex, Typography } from '@strapi/design-system';
import { Pencil, Trash } from '@strapi/icons';

import type { Flow } from '../../../server/src/flow/flow.ts';
import { describeScope, describeStage } from './describe-flow.ts';
import type { FlowSettings } from './use-flows.ts';

interface FlowCardProps {
  flow: Flow;
  note?: string;
  settings: FlowSettings;
  onEdit?: () => void;
  onDelete?: () => void;
}

/** A flow with what it is for and its stages. */
export function FlowCard({ flow, note, settings, onEdit, onDelete }: FlowCardProps) {
  const names = new Map(settings.staff.map(({ id, name }) => [id, name]));
  return (
    <Box tag="li" background="neutral0" hasRadius shadow="tableShadow" padding={6}>
      <Flex justifyContent="space-between" alignItems="flex-start" gap={4} wrap="wrap">
        <Box>
          <Typography tag="h2" variant="delta">
            {flow.name}
          </Typography>
          <Typography tag="p" textColor="neutral600">
            {note ?? `适用：${describeScope(flow, settings)}`}
          </Typography>
        </Box>
        <Flex gap={2}>
          {onEdit && (
            <Button variant="tertiary" startIcon={<Pencil />} onClick={onEdit} aria-label={`修改“${flow.name}”`}>
              修改
            </Button>
          )}
          {onDelete && <DeleteButton name={flow.name} onDelete={onDelete} />}
        </Flex>
      </Flex>
      <Flex tag="ol" gap={3} wrap="wrap" paddingTop={4} alignItems="stretch">
        {flow.stages.map((stage, index) => (
          <Flex tag="li" key={stage.name} gap={3}>
            {index > 0 && (
              <Typography aria-hidden textColor="neutral500">
                →
              </Typography>
            )}
            <Box borderColor="neutral200" hasRadius padding={3}>
              <Typography tag="p" fontWeight="bold">
                {stage.name}
              </Typography>
              <Typography tag="p" variant="pi" textColor="neutral700">
                {describeStage(stage, names)}
              </Typography>
            </Box>
          </Flex>
        ))}
      </Flex>
    </Box>
  );
}

function DeleteButton({ name, onDelete }: { name: string; onDelete: () => void }) {
  return (
    <Dialog.Root>
      <Dialog.Trigger>
        <Button variant="danger-light" startIcon={<Trash />} aria-label={`删除“${name}”`}>
          删除
        </Button>
      </Dialog.Trigger>
      <Dialog.Content>
        <Dialog.Header>{`删除“${name}”？`}</Dialog.Header>
        <Dialog.Body>以后送审的内容改走范围更大的流程，没有就走默认流程。正在审的不受影响。</Dialog.Body>
        <Dialog.Footer>
          <Dialog.Cancel>
            <Button variant="tertiary" fullWidth>
              取消
            </Button>
          </Dialog.Cancel>
          <Dialog.Action>
            <Button variant="danger" fullWidth onClick={onDelete}>
              删除
            </Button>
          </Dialog.Action>
        </Dialog.Footer>
      </Dialog.Content>
    </Dialog.Root>
  );
}
