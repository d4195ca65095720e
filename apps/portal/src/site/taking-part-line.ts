import { shanghaiMinute } from '@mingchuang/content';

import { t, type StringKey } from '../strings/index.ts';
import type { Standing, TakingPartCard } from '../templates/props/taking-part.ts';

/** When one can take part, or who is asked and when. */
export function takingPartLine(card: TakingPartCard): string {
  if (card.type !== 'interview') return t('takingPart.dates', { from: card.opensOn, to: card.closesOn });
  return [shanghaiMinute(card.startsAt), ...card.guests.map(({ name, position }) => `${name}（${position}）`)].join('　');
}

/** Where something stands, in the words of its kind. */
export function standingLine(of: TakingPartCard['type'], standing: Standing): string {
  return t(`standing.${of}.${standing}` as StringKey);
}

/** How long there is to take part; nothing outside the period. */
export function daysLeftLine(daysLeft: number | undefined): string | undefined {
  if (daysLeft === undefined) return undefined;
  return daysLeft === 0 ? t('takingPart.lastDay') : t('takingPart.daysLeft', { days: daysLeft });
}
