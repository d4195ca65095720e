import { Badge, Box, Button, Dialog, Flex, Typography } from '@strapi/design-system';

import { groupLabelOf } from '../../../../server/src/notices/kinds.ts';
import type { LastDelivery } from '../../../../server/src/notices/robots/last-deliveries.ts';
import type { Robot } from '../../../../server/src/notices/robots/robot-store.ts';
import { sayTime } from '../../panel/say-time.ts';
import { useSave } from '../use-save.ts';
import type { Places } from './places.ts';
import { SERVICE_LABELS } from './service-labels.ts';
import { TrialResult, useTrial } from './trial.tsx';

interface Props {
  robot: Robot;
  last: LastDelivery | undefined;
  places: Places;
  onEdit(): void;
  onRemoved(): void;
}

/** One robot: whom it speaks to, of what, and how its newest message fared. */
export function RobotLine({ robot, last, places, onEdit, onRemoved }: Props) {
  const { id, name, service, kinds, isOn } = robot;
  const { result, run, isRunning } = useTrial(`/review/notices/robots/${id}/trial`);
  return (
    <Box borderColor="neutral200" hasRadius padding={4}>
      <Flex direction="column" alignItems="stretch" gap={2}>
        <Flex gap={3} wrap="wrap">
          <Typography variant="epsilon" tag="h3">
            {name}
          </Typography>
          <Badge>{SERVICE_LABELS[service]}</Badge>
          {!isOn && <Badge backgroundColor="warning100" textColor="warning700">已停用</Badge>}
        </Flex>
        <Typography>{`${scopeOf(robot, places)}：${kinds.map(groupLabelOf).join('、')}`}</Typography>
        {last && <LastMessage last={last} />}
        <Flex gap={2} wrap="wrap" paddingTop={2}>
          <Button variant="secondary" size="S" loading={isRunning} onClick={() => void run()}>
            发一条测试消息
          </Button>
          <Button variant="tertiary" size="S" onClick={onEdit}>
            修改
          </Button>
          <RemoveRobot robot={robot} onRemoved={onRemoved} />
          <TrialResult result={result} />
        </Flex>
      </Flex>
    </Box>
  );
}

function scopeOf({ agency, site }: Robot, { agencies, sites }: Places): string {
  if (agency) return agencies.find(({ id }) => id === agency)?.title ?? '已删除的机构';
  if (site) return sites.find(({ id }) => id === site)?.title ?? '已删除的站点';
  return '全部机构';
}

function LastMessage({ last: { state, problem, at } }: { last: LastDelivery }) {
  const time = sayTime(at, new Date());
  if (state === 'sent') return <Typography textColor="neutral600">{`最近一条 ${time} 已送达`}</Typography>;
  if (state === 'dropped') return null;
  const then = state === 'failed' ? '，已放弃' : `，${time} 再试`;
  return <Typography textColor="danger700">{`最近一条没有送达：${problem ?? '正在发'}${then}`}</Typography>;
}

function RemoveRobot({ robot: { id, name }, onRemoved }: { robot: Robot; onRemoved(): void }) {
  const { save, isBusy } = useSave();
  const remove = async () => {
    if (await save('del', `/review/notices/robots/${id}`, undefined, '已删除。')) onRemoved();
  };
  return (
    <Dialog.Root>
      <Dialog.Trigger>
        <Button variant="danger-light" size="S" loading={isBusy}>
          删除
        </Button>
      </Dialog.Trigger>
      <Dialog.Content>
        <Dialog.Header>删除机器人</Dialog.Header>
        <Dialog.Body>{`以后不再向“${name}”发通知。群里的机器人还在，可以在群设置里移除。`}</Dialog.Body>
        <Dialog.Footer>
          <Dialog.Cancel>
            <Button variant="tertiary" fullWidth>
              不删除
            </Button>
          </Dialog.Cancel>
          <Dialog.Action>
            <Button variant="danger" fullWidth onClick={() => void remove()}>
              删除
            </Button>
          </Dialog.Action>
        </Dialog.Footer>
      </Dialog.Content>
    </Dialog.Root>
  );
}
