import { Flex, Typography } from '@strapi/design-system';

import { t } from '../../strings/t.ts';
import type { CaseView } from '../../server/src/services/view-types.ts';
import { Card } from './card.tsx';
import { minute } from './words.ts';

/** Everything that happened to a case and who did it, newest first. */
export function TimelineCard({ view }: { view: CaseView }) {
  return (
    <Card title={t('case.timeline')}>
      <Flex direction="column" alignItems="stretch" gap={4} tag="ol">
        {[...view.steps].reverse().map((step, index) => (
          <Flex key={index} tag="li" direction="column" alignItems="flex-start" gap={1} paddingLeft={3} borderStyle="solid" borderWidth="0 0 0 2px" borderColor={index === 0 ? 'primary600' : 'neutral200'}>
            <Typography fontWeight="bold">{step.label}</Typography>
            {step.note && <Typography>{step.note}</Typography>}
            {step.remark && <Typography textColor="neutral700">{t('case.remark', { remark: step.remark })}</Typography>}
            <Typography variant="pi" textColor="neutral600">
              {step.by}，{minute(step.at)}
            </Typography>
          </Flex>
        ))}
      </Flex>
    </Card>
  );
}
