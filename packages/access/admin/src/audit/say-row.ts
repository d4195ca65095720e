import type { AuditPage } from '../../../server/src/audit/list-rows.ts';
import { ACTOR_WORDS } from '../../../server/src/audit/words.ts';

export type Row = AuditPage['rows'][number];

const TIME = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short', timeStyle: 'medium' });

/** An instant as a time in Beijing. */
export const timeOf = (at: string | null): string => TIME.format(new Date(at!));

/** Who did it, with what they are where they are nobody. */
export function nameOf({ actor, actor_name }: Row): string {
  const [kind = ''] = (actor ?? '').split(':');
  return kind === 'user' || kind === 'visitor' || kind === 'system' ? actor_name! : `${ACTOR_WORDS[kind] ?? kind}：${actor_name}`;
}
