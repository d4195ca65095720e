import { Button, Flex, Typography } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import { useState } from 'react';

import type { LastDelivery } from '../../../../server/src/notices/robots/last-deliveries.ts';
import type { Robot } from '../../../../server/src/notices/robots/robot-store.ts';
import { Loading } from '../loading.tsx';
import { Part } from '../part.tsx';
import { useLoad } from '../use-load.ts';
import type { Places } from './places.ts';
import { RobotForm } from './robot-form.tsx';
import { RobotLine } from './robot-line.tsx';

interface Answer {
  robots: Robot[];
  last: Record<string, LastDelivery>;
  places: Places;
}

/** The robots of groups in 企业微信, 钉钉 and 飞书. */
export function RobotsPart() {
  const { loaded, again } = useLoad<Answer>('/review/notices/robots');
  const [open, setOpen] = useState<number | 'new'>();
  const close = () => {
    setOpen(undefined);
    again();
  };
  const add = (
    <Button startIcon={<Plus />} variant="secondary" disabled={open === 'new'} onClick={() => setOpen('new')}>
      添加机器人
    </Button>
  );
  return (
    <Part title="群机器人" hint="把通知发到企业微信、钉钉、飞书的工作群。只发事由、标题和链接，不发正文。" aside={add}>
      <Loading loaded={loaded} again={again}>
        {({ robots, last, places }) => (
          <Flex direction="column" alignItems="stretch" gap={4}>
            {open === 'new' && <RobotForm places={places} onClose={close} />}
            {robots.length === 0 && open !== 'new' && <Typography textColor="neutral600">还没有机器人。在工作群里添加“自定义机器人”，把它的网址填到这里。</Typography>}
            <Flex tag="ul" direction="column" alignItems="stretch" gap={3}>
              {robots.map((robot) => (
                <li key={robot.id}>
                  {open === robot.id ? (
                    <RobotForm robot={robot} places={places} onClose={close} />
                  ) : (
                    <RobotLine robot={robot} last={last[robot.id]} places={places} onEdit={() => setOpen(robot.id)} onRemoved={again} />
                  )}
                </li>
              ))}
            </Flex>
          </Flex>
        )}
      </Loading>
    </Part>
  );
}
