import type { Guide } from '../guides/guide.ts';
import { contradictionsIn } from '../guides/inspect-guide.ts';
import type { Check } from './check.ts';

/** A service guide that contradicts itself is not published; the hints of its rules hold nothing up. */
export const serviceItemCheck: Check<Guide> = {
  type: 'api::service-item.service-item',
  reads: ['materials', 'steps', 'fees', 'windows', 'questions', 'resultSample'],
  find: (guide) =>
    contradictionsIn(guide).map(({ field, message, remedy }) => ({ field, message: `${message}${remedy}` })),
};
