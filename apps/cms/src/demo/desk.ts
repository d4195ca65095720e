import type { Core } from '@strapi/strapi';

import type { DemoCity, DemoDraft, DemoStep } from './city';
import { documentsOf, uidOf } from './documents';
import type { References } from './fields';
import { publicIdOf } from './identities';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const AGENCY = 'zhujian';

/** What the loader asks of the flow. */
interface Editions {
  governs(uid: string): boolean;
  perform(document: { uid: string; documentId: string; locale: string }, request: object, person: number, at: Date): Promise<void>;
}

/**
 * Lays texts of every state on the desks of one agency: they are written and moved by its people, not by a program.
 * @param people Ids by the name of the account.
 */
export async function loadDesk(
  strapi: Core.Strapi,
  { desk }: DemoCity,
  { references, people, now }: { references: References; people: ReadonlyMap<string, number>; now: Date },
): Promise<void> {
  const uid = uidOf('article');
  const editions = strapi.plugin('review').service('editions') as unknown as Editions;
  if (!editions.governs(uid)) return;
  for (const draft of desk) {
    const documentId = await write(strapi, draft, references, people.get(draft.by)!);
    if (!documentId) continue;
    for (const { by, hoursAgo, plan, ...request } of draft.steps) {
      const at = new Date(now.getTime() - hoursAgo * HOUR);
      const planned = plan ? { at: instantOf(now, plan) } : {};
      await editions.perform({ uid, documentId, locale: 'zh-Hans' }, { ...request, ...planned }, people.get(by)!, at);
    }
  }
}

function instantOf(now: Date, { days, at }: NonNullable<DemoStep['plan']>): string {
  const day = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' }).format(new Date(now.getTime() + days * DAY));
  return `${day}T${at}:00+08:00`;
}

/** @returns Nothing when it is there already. */
async function write(strapi: Core.Strapi, { key, title, column, summary, body }: DemoDraft, references: References, person: number): Promise<string | undefined> {
  const publicId = publicIdOf('article', key);
  const known = await strapi.db.query(uidOf('article') as never).count({ where: { publicId } } as never);
  if (known > 0) return undefined;
  const places = { column: references.documentId('column', column), agency: references.documentId('agency', AGENCY) };
  const by = { createdBy: person, updatedBy: person };
  const { documentId } = await documentsOf(strapi, 'article').create({ data: { publicId, title, summary, body, ...places, ...by } });
  return documentId;
}
