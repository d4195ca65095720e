import { errors } from '@strapi/utils';

import { keepVersion, keptAs } from '../neighbours.ts';
import { isDocumentMove, judge, type Move, MOVE_LABELS } from '../flow/moves.ts';
import type { Review } from '../review.ts';
import { inTransaction } from '../store/connection.ts';
import type { DocumentKey } from './document.ts';
import { openEdition } from './edition-store.ts';
import { logMove } from './log-move.ts';
import type { Done } from './moves/done.ts';
import { MOVE_HANDLERS } from './moves/handlers.ts';
import type { Cause } from '../versions/causes.ts';
import type { MoveRequest } from './move-request.ts';
import { noteChange } from './note-change.ts';
import { type Scene, setScene, stateOf } from './scene.ts';

/**
 * Makes a move: everything it writes is in one transaction.
 *
 * @throws {errors.ApplicationError} When the table of moves refuses it, with the reason.
 * @throws {errors.ValidationError} When something is missing or the checks find something; details name the fields.
 */
export async function performMove(
  review: Review,
  key: DocumentKey,
  request: MoveRequest,
  personId: number,
): Promise<void> {
  const outcome = await inTransaction(review.strapi, async (sql) => {
    let scene = await setScene(review, sql, key, personId, { lock: true });
    if (scene.edition && scene.edition.fingerprint !== scene.draft.fingerprint) {
      await noteChange(review, sql, key, { person: undefined, opens: false });
      return 'changed' as const;
    }
    scene = await openIfNeeded(scene, request.move);
    const verdict = judge(request.move, scene.situation);
    if (!verdict.allowed) throw new errors.ApplicationError(`不能${MOVE_LABELS[request.move]}：${verdict.reason}。`);
    const from = scene.edition?.state ?? scene.situation.presence;
    const done = await makeMove(scene, request);
    await logMove(review, sql, {
      ...(scene.edition ? { edition: scene.edition } : {}),
      document: key,
      title: scene.draft.title,
      move: request.move,
      person: personId,
      from,
      to: done.to,
      remark: done.remark,
    });
    return 'done' as const;
  });
  if (outcome === 'changed')
    throw new errors.ApplicationError('这一稿在送审以后又有改动（可能来自关联的内容），请刷新页面再看一遍。');
}

/** Makes the move and keeps what the document says then, for those who look back. */
async function makeMove(scene: Scene, request: MoveRequest): Promise<Done> {
  const { strapi } = scene.review;
  const { move } = request;
  const kept = { by: scene.actor.id, ...(scene.edition && { editionId: scene.edition.id }) };
  const cause = move === 'force' ? 'forced' : 'published';
  const make = () => MOVE_HANDLERS[move](scene, request);
  // A document that goes away is kept as withdrawn by the write itself.
  const done = await (move === 'withdraw' || move === 'discard' ? make() : keptAs(strapi, { ...kept, cause }, make));
  const reason = causeOf(move, done);
  if (reason) await keepVersion(strapi, { ...scene.key, ...kept, cause: reason, note: done.remark });
  return done;
}

const CAUSES: Partial<Record<Move, Cause>> = {
  submit: 'submitted',
  recall: 'recalled',
  return: 'returned',
  approve: 'approved',
  confirm: 'confirmed',
  force: 'forced',
  publish: 'published',
};
function causeOf(move: Move, { to }: Done): Cause | undefined {
  if (move !== 'approve') return CAUSES[move];
  return to === 'published' ? 'published' : to === 'scheduled' ? 'scheduled' : 'approved';
}

/** A draft from before editions were kept, or written by a program, gets its edition with the first move. */
async function openIfNeeded(scene: Scene, move: Move): Promise<Scene> {
  const { review, sql, key, draft, actor } = scene;
  if (scene.edition || isDocumentMove(move) || stateOf(scene) === 'none') return scene;
  await openEdition(sql, key, { ...draft, contributors: draft.writers }, review.now());
  return setScene(review, sql, key, actor.id, { lock: true });
}
