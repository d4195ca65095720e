import { errors } from '@strapi/utils';

import { means } from '../guard/guard-writes.ts';
import type { ProgramName } from '../guard/programs.ts';
import { running } from '../guard/running.ts';
import { cancelPlan } from '../schedule/plans.ts';
import type { Review } from '../review.ts';
import { inTransaction, type Sql } from '../store/connection.ts';
import { type DocumentKey, isReviewed, keyOf } from './document.ts';
import type { Edition } from './edition.ts';
import { changeEdition, findAllOpen, listContributors, setSeats } from './edition-store.ts';
import { logMove } from './log-move.ts';
import { noteChange } from './note-change.ts';

interface Params {
  documentId?: string;
  locale?: string | string[];
}
interface Written {
  documentId?: string;
  locale?: string | null;
  entries?: { documentId: string; locale?: string | null }[];
}

const WRITES = new Set(['create', 'update', 'clone', 'delete', 'discardDraft', 'publish']);

/** Watches the drafts of reviewed types: a real change opens an edition or moves the open one, in the same transaction. */
export function watchWrites(review: Review): void {
  review.strapi.documents.use(async (context, next) => {
    const { action, uid } = context;
    const now = running();
    if (!WRITES.has(action) || !isReviewed(review.strapi, uid) || now?.kind === 'publication') return next();
    const params = context.params as Params;
    return inTransaction(review.strapi, async (sql) => {
      const open = params.documentId && action !== 'clone' ? await findAllOpen(sql, uid, params.documentId) : [];
      if (action === 'publish') return publishByProgram(review, sql, { uid, params, open }, next) as never;
      const result = (await next()) as Written | null;
      if (action === 'delete' || action === 'discardDraft') await close(review, sql, open, params);
      else await note(review, sql, { uid, result, open });
      return result as never;
    });
  });
}

/** The person behind the current request; nobody for programs and API tokens. */
function writerOf({ strapi }: Review): number | undefined {
  const state = strapi.requestContext.get()?.state as
    { user?: { id: number }; auth?: { strategy?: { name?: string } } } | undefined;
  return state?.auth?.strategy?.name === 'admin' ? state.user?.id : undefined;
}

/** Saving one language also writes what is not localised into the drafts of the others. */
async function note(
  review: Review,
  sql: Sql,
  { uid, result, open }: { uid: string; result: Written | null; open: readonly Edition[] },
): Promise<void> {
  const written =
    result?.entries ?? (result?.documentId ? [{ documentId: result.documentId, locale: result.locale }] : []);
  const keys = written.map(({ documentId, locale }) => keyOf(review.strapi, uid, documentId, locale));
  const others = open
    .map(({ document }) => document)
    .filter(({ locale }) => !keys.some((key) => key.locale === locale));
  const isProgram = running()?.kind === 'program';
  const person = isProgram ? undefined : writerOf(review);
  for (const key of [...keys, ...others]) await noteChange(review, sql, key, { person, opens: !isProgram });
}

async function close(review: Review, sql: Sql, open: readonly Edition[], params: Params): Promise<void> {
  for (const edition of open.filter(({ document }) => means(review, params, document))) {
    const now = review.now();
    const person = writerOf(review);
    const closed = { state: 'discarded', open_key: null, closed_at: now.toISOString(), closed_by: person ?? null };
    await changeEdition(sql, edition.id, closed);
    await setSeats(sql, edition.id, []);
    await cancelPlan(sql, edition.document, 'publish', now);
    await logMove(review, sql, { edition, move: 'discard', person, from: edition.state, to: 'discarded' });
  }
}

/**
 * A program publishes what nobody is working on.
 * @throws {errors.ApplicationError} When people have an open edition: their text would go live without its review.
 */
async function publishByProgram(
  review: Review,
  sql: Sql,
  { uid, params, open }: { uid: string; params: Params; open: readonly Edition[] },
  next: () => Promise<unknown>,
): Promise<unknown> {
  for (const { id, title } of open)
    if ((await listContributors(sql, id)).length > 0)
      throw new errors.ApplicationError(`“${title}”有人正在修改或送审，程序不能替他们发布。`);
  const result = (await next()) as { entries?: { title?: string }[] };
  const { name } = running() as { name: ProgramName };
  const now = review.now().toISOString();
  for (const edition of open) {
    const closed = { state: 'published', open_key: null, closed_at: now, closed_by_program: name };
    await changeEdition(sql, edition.id, closed);
  }
  const document: DocumentKey = keyOf(
    review.strapi,
    uid,
    params.documentId!,
    typeof params.locale === 'string' ? params.locale : null,
  );
  await logMove(review, sql, {
    document,
    title: result.entries?.[0]?.title ?? '',
    move: 'publish',
    program: name,
    to: 'published',
  });
  return result;
}
