import type { Plan } from '../../schedule/plans.ts';
import { wrongField } from '../move-request.ts';
import type { Scene } from '../scene.ts';

const LATEST = 366 * 24 * 60 * 60 * 1000;

/**
 * A time somebody plans, as an instant in UTC. Plans are kept to the minute.
 * @throws {errors.ValidationError} When it is not a whole minute, has passed or is more than a year away.
 */
export function plannedTime(at: string, now: Date): string {
  const instant = new Date(at);
  if (instant.getTime() % 60_000 !== 0) throw wrongField('at', '时间请精确到分钟，不带秒。');
  if (instant <= now) throw wrongField('at', '选的时间已经过了，请选以后的时间。');
  if (instant.getTime() - now.getTime() > LATEST) throw wrongField('at', '选的时间在一年以后，请选一年以内的时间。');
  return instant.toISOString();
}

/** The plan to publish, or with a reason for the public to withdraw, what a scene is about. */
export const planOf = (
  { key, edition, draft, actor }: Scene,
  at: string,
  reason: string | null = null,
): Omit<Plan, 'id'> => ({
  document: key,
  kind: reason === null ? 'publish' : 'withdraw',
  at,
  edition: reason === null ? edition!.id : null,
  title: draft.title,
  agency: draft.agency,
  reason,
  person: actor.id,
});
