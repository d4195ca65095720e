import { REGISTRY } from '@mingchuang/content';

import { t } from '../strings/index.ts';
import type { CardOf } from './cards.ts';

/** The quiet line under the title of a policy: number, issuer, whether it is explained, whether it is in force. */
export function policyLine({ number, issuer, interpreted, validity }: CardOf<'policy-document'>): string {
  return [
    number,
    issuer,
    interpreted && t('column.interpreted'),
    validity === 'effective' && REGISTRY['policy-document'].options.validity.effective,
  ]
    .filter(Boolean)
    .join('　');
}
