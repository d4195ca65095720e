import { Flex, Typography } from '@strapi/design-system';

import { t } from '../../strings/t.ts';
import type { CaseView } from '../../server/src/services/view-types.ts';
import { Card } from './card.tsx';

/** What the citizen thinks of the answer, and until when a bad rating must be put right. */
export function RatingCard({ view }: { view: CaseView }) {
  if (!view.ratingLabel) return null;
  return (
    <Card title={t('case.rating')}>
      <Flex direction="column" alignItems="stretch" gap={2}>
        <Typography fontWeight="bold">{view.ratingLabel}</Typography>
        {view.ratingComment && <Typography>{view.ratingComment}</Typography>}
        {view.rectifyDueOn && <Typography textColor="danger700">{t('rating.rectify', { date: view.rectifyDueOn })}</Typography>}
      </Flex>
    </Card>
  );
}
