import type { Stage } from '../flow/flow.ts';
import { tell } from '../neighbours.ts';
import type { Review } from '../review.ts';
import { findPeople } from './actor.ts';
import type { Draft } from './base.ts';
import type { DocumentKey } from './document.ts';

/** Tells everybody who can act in a stage that a document waits for them. @param apart Who has had a part in it already. */
export async function tellStage(
  { strapi }: Review,
  { name, roles, users }: Stage,
  { key, draft, apart }: { key: DocumentKey; draft: Draft; apart: readonly number[] },
): Promise<void> {
  const people = await findPeople(strapi, { agency: draft.agency, roles, users, key });
  await tell(strapi, {
    kind: 'waiting',
    to: people.map(({ id }) => id).filter((id) => !apart.includes(id)),
    document: { ...key, title: draft.title },
    text: `《${draft.title}》等您${name}。`,
  });
}
