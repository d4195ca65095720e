import { tell } from '../../neighbours.ts';
import { findPeople } from '../actor.ts';
import { changeEdition } from '../edition-store.ts';
import { wrongField } from '../move-request.ts';
import type { MoveHandler } from './done.ts';
import { passGate } from './gate.ts';
import { publishEdition } from './publish-edition.ts';

/** 立即发布: what is signed and waits for its time goes live now. */
export const publish: MoveHandler = async (scene, request) => {
  await passGate(scene, request);
  return publishEdition(scene.review, scene.sql, scene.edition!, { by: scene.actor.id });
};

/** 紧急发布: past the review, with a reason; it stays marked until a second person confirms or withdraws it. */
export const force: MoveHandler = async (scene, request) => {
  const { review, sql, key, actor, draft } = scene;
  const { reason } = request;
  if (!reason) throw wrongField('reason', '紧急发布要写明原因，会记入审计。');
  await passGate(scene, request);
  const done = await publishEdition(review, sql, scene.edition!, { by: actor.id, forced: { reason } });
  const people = await findPeople(review.strapi, { agency: draft.agency, roles: ['signer'], users: [], key });
  await tell(review.strapi, {
    kind: 'forced',
    to: people.map(({ id }) => id).filter((id) => id !== actor.id),
    document: { ...key, title: draft.title },
    text: `${actor.name}紧急发布了《${draft.title}》，请追认或撤下。原因：${reason}`,
  });
  return { ...done, remark: reason };
};

/** 追认: a second person stands in for what was forced. */
export const confirm: MoveHandler = async ({ review, sql, actor, forced, ...scene }, { remark }) => {
  const { edition } = forced!;
  const at = review.now().toISOString();
  await changeEdition(sql, edition.id, { forced_key: null, confirmed_by: actor.id, confirmed_at: at });
  await tell(review.strapi, {
    kind: 'confirmed',
    to: [edition.forced!.by],
    document: { ...scene.key, title: scene.draft.title },
    text: `${actor.name}追认了您紧急发布的《${scene.draft.title}》。`,
  });
  return { to: 'live', remark: remark ?? undefined };
};
