import { shanghaiMinute } from '@mingchuang/content/dates';

import { t } from '../../strings/t.ts';
import type { CaseListItem } from '../../server/src/services/view-types.ts';

/** How a case stands against its deadline, in words: colour alone says nothing to many people. */
export function dueInWords({ due: { urgency, workingDays } }: Pick<CaseListItem, 'due'>): string {
  if (urgency === 'overdue') return workingDays > 0 ? t('due.overdue', { days: workingDays }) : t('due.overdueNow');
  if (urgency === 'missed') return workingDays > 0 ? t('due.missed', { days: workingDays }) : t('due.missedNow');
  if (urgency === 'soon' && workingDays === 0) return t('due.today');
  return t(`due.${urgency}`, { days: workingDays });
}

/** An instant as staff read it. */
export function minute(instant: string): string {
  return shanghaiMinute(instant);
}
