import type { Core } from '@strapi/strapi';

import { findActor, findOrigin, programs } from './actor.ts';
import { appendRow } from './append.ts';
import { differenceOf, type State } from './difference.ts';
import { keepable, shorten, withoutPersonalData } from './keepable.ts';
import type { AuditKeys } from './chain/keys.ts';
import { type Actor, type Content, keyOfActor, type Subject } from './chain/row.ts';

/** Something that was done. */
export interface AuditEntry {
  /** What, as `area.verb`: `document.publish`, `review.approve`, `sign-in.fail`. Labels stand in admin/src/audit/words.ts. */
  action: string;
  subject?: Subject | undefined;
  /** What it was and what it is: whole states may be given, only fields that differ are kept. */
  before?: State | null | undefined;
  after?: State | null | undefined;
  note?: string | null | undefined;
  /** Who, where it is not whoever sent the request: somebody who signs in, the holder of a one-time link. */
  by?: Actor | undefined;
}

const text = (value: string | null | undefined, longest: number) =>
  value === null || value === undefined || value === '' ? null : shorten(withoutPersonalData(value), longest);
const json = (state: State | undefined) => (state && Object.keys(state).length > 0 ? JSON.stringify(state) : null);

function statesOf({ before, after }: AuditEntry): { before: State | undefined; after: State | undefined } {
  if (before && after) return differenceOf(before, after);
  const kept = (state: State | null | undefined) => (state ? (keepable(state) as State) : undefined);
  return { before: kept(before), after: kept(after) };
}

function contentOf(strapi: Core.Strapi, entry: AuditEntry, now: Date): Content {
  const actor = entry.by ?? findActor(strapi);
  const origin = findOrigin(strapi);
  const states = statesOf(entry);
  const { subject } = entry;
  return {
    at: now.toISOString(),
    actor: keyOfActor(actor),
    actor_name: text(actor.name, 80) ?? '',
    address: text(origin.address, 64),
    agent: text(origin.agent, 200),
    request_id: text(origin.requestId, 64),
    action: entry.action,
    subject_type: subject?.uid ?? null,
    subject_id: subject?.documentId === null || subject?.documentId === undefined ? null : String(subject.documentId),
    subject_locale: subject?.locale ?? null,
    subject_title: text(subject?.title, 200),
    before: json(states.before),
    after: json(states.after),
    note: text(entry.note, 2000),
  };
}

/**
 * Writes down what was done, in the open transaction or one of its own. Where a program has asked for the sum only, what
 * was done to something is counted.
 * @returns The row's place in the chain, where a row was written.
 */
export async function recordEntry(strapi: Core.Strapi, keys: AuditKeys, entry: AuditEntry, now: Date) {
  const counts = programs.getStore()?.counts;
  if (!counts || !entry.subject) return appendRow(strapi, keys, contentOf(strapi, entry, now));
  const key = `${entry.action} ${entry.subject.uid}`;
  counts.set(key, (counts.get(key) ?? 0) + 1);
  return undefined;
}
