import type { ServiceItem, ServiceMaterial } from '@mingchuang/content';

import type { CardOf } from '../../site/cards.ts';
import { t } from '../../strings/index.ts';
import { materialLabels, optionLabel } from '../../templates/labels.ts';

type Limits = Pick<ServiceItem, 'caseType' | 'promisedLimit' | 'promisedUnit'>;

/** How long it takes, as the office promises it: 当场办结, or a number of days. */
export function promisedTime({ caseType, promisedLimit, promisedUnit }: Limits): string | undefined {
  if (caseType === 'immediate' || promisedLimit === 0) return t('service.atOnce');
  if (promisedLimit === undefined) return undefined;
  return `${promisedLimit} ${optionLabel('service-item', 'promisedUnit', promisedUnit ?? 'workday')}`;
}

/** The longest the law allows. */
export function statutoryTime({ statutoryLimit, statutoryUnit }: Pick<ServiceItem, 'statutoryLimit' | 'statutoryUnit'>): string | undefined {
  return statutoryLimit ? `${statutoryLimit} ${optionLabel('service-item', 'statutoryUnit', statutoryUnit ?? 'workday')}` : undefined;
}

/** How often one has to come. */
export function visitsInWords(visits: number): string {
  return visits === 0 ? t('service.noVisit') : t('service.visits', { count: visits });
}

/** What it costs, in as few words as say it. */
export function costInWords({ charged, fee }: Pick<CardOf<'service-item'>, 'charged' | 'fee'>): string {
  return charged ? (fee ?? t('service.charged')) : t('service.free');
}

/** 费用、时限、跑几次: what everybody asks of a service before reading it. */
export function promiseOf(card: CardOf<'service-item'>): string[] {
  return [costInWords(card), promisedTime(card), visitsInWords(card.visits), card.online && t('service.canOnline')].filter(
    (fact): fact is string => Boolean(fact),
  );
}

/** True for the card of a service, among cards of all kinds. */
export const isServiceCard = <C extends { type: string }>(card: C): card is Extract<C, CardOf<'service-item'>> =>
  card.type === 'service-item';

/** Who can do it, in the words people use of themselves. */
export function targetsInWords(targets: ServiceItem['targets']): string {
  return targets.map((target) => t(`service.target.${target}`)).join('、');
}

/** 原件或复印件、纸质或电子、几份: the three that every material must say. */
export function formOfMaterial({ form, medium, copies, specification }: ServiceMaterial): string {
  const parts = [materialLabels('form')[form], materialLabels('medium')[medium], t('service.copies', { count: copies }), specification];
  return parts.filter(Boolean).join('，');
}

/** Where a material comes from. */
export function originOfMaterial({ origin, originNote }: ServiceMaterial): string {
  if (origin === 'other' && originNote) return originNote;
  return [materialLabels('origin')[origin], originNote].filter(Boolean).join('：');
}

/** Whether a material is always needed, and if not, when. */
export function necessityOfMaterial({ necessity, condition }: ServiceMaterial): string | undefined {
  if (necessity === 'required') return undefined;
  if (necessity === 'optional') return [materialLabels('necessity').optional, condition].filter(Boolean).join('：');
  return condition ?? materialLabels('necessity')[necessity];
}

/** Digits for a `tel:` link; the area code's spaces and dashes go. */
export function dialled(phone: string): string {
  return phone.replace(/[^\d+]/g, '');
}
