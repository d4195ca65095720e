import { formatNumber } from '../../figures/amounts.ts';
import { t } from '../../strings/index.ts';

/** A change against a year before. @param change In per cent. */
export function changeInWords(change: number): string {
  if (change === 0) return t('statistic.level');
  return t(change > 0 ? 'statistic.up' : 'statistic.down', { percent: formatNumber(Math.abs(change), 1) });
}
