import type { CardOf } from '../../site/cards.ts';
import { t } from '../../strings/index.ts';
import { promisedTime, visitsInWords } from '../service/words.ts';

type Service = Pick<CardOf<'service-item'>, 'title' | 'charged' | 'fee' | 'visits' | 'caseType' | 'promisedLimit' | 'promisedUnit'>;

/** Hours a unit takes at most: a working day may have a weekend and a holiday before it. */
const HOURS = { hour: 1, day: 24, workday: 34 };

const hoursOf = ({ caseType, promisedLimit, promisedUnit }: Service) =>
  caseType === 'immediate' ? 0 : (promisedLimit ?? 0) * HOURS[promisedUnit ?? 'workday'];

/** What the services of a journey come to: which of them cost money, the slowest, and all trips. */
export function totalsOf(services: readonly Service[]): { cost: string; longest: string; visits: string } {
  const charged = services.filter((service) => service.charged);
  const slowest = services.reduce((a, b) => (hoursOf(b) > hoursOf(a) ? b : a));
  const visits = services.reduce((sum, service) => sum + service.visits, 0);
  return {
    cost:
      charged.length === 0
        ? t('journey.allFree')
        : t('journey.someCharged', { count: charged.length, names: charged.map(({ title }) => title).join('、') }),
    longest:
      hoursOf(slowest) === 0
        ? t('service.atOnce')
        : t('journey.slowest', { time: promisedTime(slowest) ?? '', title: slowest.title }),
    visits: visits === 0 ? visitsInWords(0) : t('journey.atMost', { visits: visitsInWords(visits) }),
  };
}
