import type { Core } from '@strapi/strapi';

import { programs } from '../actor.ts';
import { inOrderedTransaction } from '../database.ts';
import { differenceOf, type State } from '../difference.ts';
import type { AuditService } from '../service.ts';
import { WATCHED_ROWS, type WatchedRow } from './watched-rows.ts';

type Row = Record<string, unknown> & { id: number };
type Call = (params: Record<string, unknown>) => Promise<unknown>;
type Repository = Record<'create' | 'update' | 'delete' | 'createMany' | 'updateMany' | 'deleteMany' | 'findMany', Call>;

/** Rows one call is described for; the rest are counted. */
const MOST_ROWS = 100;
const OWN = new Set(['id', 'documentId', 'createdAt', 'updatedAt', 'createdBy', 'updatedBy', 'publishedAt', 'locale', 'related']);

/**
 * Writes down what is done to users, roles, tokens, webhooks, media and settings. It stands at the rows themselves, so
 * that no screen or service goes round it, and makes one transaction of the change and its row.
 */
export function watchRows(strapi: Core.Strapi, audit: () => AuditService): void {
  for (const watched of WATCHED_ROWS) {
    const repository = strapi.db.query(watched.uid as never) as unknown as Repository;
    for (const method of ['create', 'createMany', 'update', 'updateMany', 'delete', 'deleteMany'] as const) {
      const call = repository[method];
      repository[method] = async (params) => {
        if (watched.isOfPeople && (!strapi.requestContext.get() || programs.getStore())) return call.call(repository, params);
        return inOrderedTransaction(strapi, () => callAndRecord({ repository, watched, audit: audit() }, method, params, call));
      };
    }
  }
}

interface Watching {
  repository: Repository;
  watched: WatchedRow;
  audit: AuditService;
}

async function callAndRecord(watching: Watching, method: string, params: Record<string, unknown>, call: Call): Promise<unknown> {
  const { repository, watched, audit } = watching;
  const verb = method.replace('Many', '');
  const before = verb === 'create' ? [] : await load(watching, params?.where ?? {});
  const result = await call.call(repository, params);
  const ids = verb === 'create' ? idsOf(result) : before.map(({ id }) => id);
  const after = verb === 'delete' || ids.length === 0 ? [] : await load(watching, { id: { $in: ids } });

  for (const id of ids) {
    const [was, is] = [before, after].map((rows) => rows.find((row) => row.id === id));
    const shown = is ?? was;
    if (!shown) continue;
    const states = { ...(was && { before: stateOf(watched, was) }), ...(is && { after: stateOf(watched, is) }) };
    if (states.before && states.after && isEmpty(differenceOf(states.before, states.after).after)) continue;
    await audit.record({ action: `${watched.area}.${verb}`, subject: { uid: watched.uid, documentId: id, title: watched.titleOf(shown) }, ...states });
  }
  if (ids.length === MOST_ROWS) await audit.record({ action: `${watched.area}.${verb}`, subject: { uid: watched.uid }, note: `一次超过 ${MOST_ROWS} 项，以上只列出这么多` });
  return result;
}

const isEmpty = (state: State) => Object.keys(state).length === 0;

const load = ({ repository, watched }: Watching, where: unknown) =>
  repository.findMany({ where, populate: watched.populate, limit: MOST_ROWS, orderBy: { id: 'asc' } }) as Promise<Row[]>;

function idsOf(result: unknown): number[] {
  const { id, ids } = (result ?? {}) as { id?: number; ids?: number[] };
  return ids?.slice(0, MOST_ROWS) ?? (id === undefined ? [] : [id]);
}

function stateOf({ ignored, shape }: WatchedRow, row: Row): State {
  const fields = Object.entries(row).filter(([name, value]) => !OWN.has(name) && !ignored.includes(name) && value !== null);
  const state = Object.fromEntries(fields.map(([name, value]) => [name, nameOf(value)]));
  return shape ? shape(state) : state;
}

function nameOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(nameOf);
  if (value === null || typeof value !== 'object' || value instanceof Date) return value;
  const { name, action, id } = value as Record<string, unknown>;
  return name ?? action ?? id ?? value;
}
