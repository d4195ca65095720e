import { COMPONENT_OPTIONS, type ServiceItem, type ServiceMaterial } from '@mingchuang/content';

import { t } from '../../strings/index.ts';
import { optionLabel } from '../../templates/labels.ts';

type Limits = Pick<ServiceItem, 'caseType' | 'promisedLimit' | 'promisedUnit'>;
const material = COMPONENT_OPTIONS['service.material'];

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

/** Who can do it, in the words people use of themselves. */
export function targetsInWords(targets: ServiceItem['targets']): string {
  return targets.map((target) => t(`service.target.${target}`)).join('、');
}

/** 原件或复印件、纸质或电子、几份: the three that every material must say. */
export function formOfMaterial({ form, medium, copies, specification }: ServiceMaterial): string {
  const parts = [material.form[form], material.medium[medium], t('service.copies', { count: copies }), specification];
  return parts.filter(Boolean).join('，');
}

/** Where a material comes from. */
export function originOfMaterial({ origin, originNote }: ServiceMaterial): string {
  if (origin === 'other' && originNote) return originNote;
  return [material.origin[origin], originNote].filter(Boolean).join('：');
}

/** Whether a material is always needed, and if not, when. */
export function necessityOfMaterial({ necessity, condition }: ServiceMaterial): string | undefined {
  if (necessity === 'required') return undefined;
  if (necessity === 'optional') return [material.necessity.optional, condition].filter(Boolean).join('：');
  return condition ?? material.necessity[necessity];
}

/** Digits for a `tel:` link; the area code's spaces and dashes go. */
export function dialled(phone: string): string {
  return phone.replace(/[^\d+]/g, '');
}
