import { Badge } from '@strapi/design-system';

import type { CaseListItem } from '../../server/src/services/view-types.ts';
import { dueInWords } from './words.ts';

const COLOURS = {
  calm: ['neutral150', 'neutral700'],
  soon: ['warning200', 'neutral800'],
  overdue: ['danger100', 'danger700'],
  met: ['success100', 'success700'],
  missed: ['neutral150', 'neutral700'],
} as const;

/** The deadline of a case as a mark: 临期 amber, 超期 red, always with words. */
export function DueBadge({ due }: Pick<CaseListItem, 'due'>) {
  const [background, text] = COLOURS[due.urgency];
  return (
    <Badge backgroundColor={background} textColor={text}>
      {dueInWords({ due })}
    </Badge>
  );
}
