import { shanghaiDate, workingDaysBetween, type Letter, type LetterPurpose } from '@mingchuang/content';
import { errors } from '@strapi/utils';

import { t } from '../../../strings/t.ts';
import { timelineOf } from '../domain/timeline.ts';
import type { CaseRow, StepRow } from '../store/case-row.ts';
import { stepsByCase } from '../store/case-store.ts';
import { onConnection, type Knex } from '../store/connection.ts';
import type { Engine, FeedSource } from './engine.ts';

const TYPE = 'letter';
const PAGE = 500;
const ID_ALPHABET = 'abcdefghijklmnopqrstuvwxyz0123456789';
const ID_LENGTH = 8;

/** Letters on their way to the public. All of it happens in the transaction that changes the case. */
export interface Publication {
  /** Where a letter that is published at an instant will stand. @throws {errors.ApplicationError} Without a letters column. */
  address(at: string): Promise<{ public_id: string; path: string }>;
  /** Tells the feed that a public letter appeared or changed. Says nothing about any other case. */
  changed(row: CaseRow): Promise<void>;
  /** Tells the feed that a letter is withdrawn; its address says why. */
  withdrawn(row: CaseRow, reason: string): Promise<void>;
  source: FeedSource;
}

export function createPublication({ db, feed, findLettersPath, random }: Engine): Publication {
  const published = (knex: Knex) => knex('cases').where({ stage: 'public' }).whereNotNull('public_id');

  return {
    async address(at) {
      const column = await findLettersPath();
      if (!column) throw new errors.ApplicationError(t('publish.noColumn'));
      const public_id = Array.from({ length: ID_LENGTH }, () => ID_ALPHABET[random(ID_ALPHABET.length)]).join('');
      return { public_id, path: `${column}${shanghaiDate(at).slice(0, 7).replace('-', '')}/${public_id}/` };
    },

    async changed(row) {
      if (row.stage !== 'public') return;
      await feed().record({ kind: 'upsert', type: TYPE, documentId: row.public_id!, path: row.path!, title: row.public_title! });
    },

    async withdrawn(row, reason) {
      await feed().record({ kind: 'gone', type: TYPE, documentId: row.public_id!, path: row.path!, title: row.public_title!, reason });
    },

    source: {
      type: TYPE,
      async *all() {
        for (let after = 0; ; ) {
          const page = await onConnection(db, async (knex) => {
            const rows: CaseRow[] = await published(knex).where('id', '>', after).orderBy('id').limit(PAGE);
            const steps = await stepsByCase(knex, rows.map(({ id }) => id));
            return rows.map((row) => ({ row, steps: steps.get(row.id) ?? [] }));
          });
          for (const { row, steps } of page) yield entryOf(row, steps);
          if (page.length < PAGE) return;
          after = page.at(-1)!.row.id;
        }
      },
      async one(documentId) {
        return onConnection(db, async (knex) => {
          const row: CaseRow | undefined = await published(knex).where({ public_id: documentId }).first();
          return row && entryOf(row, (await stepsByCase(knex, [row.id])).get(row.id) ?? []);
        });
      },
    },
  };
}

/** A public letter as the portal gets it: the edited version, and nothing else of the citizen. */
function entryOf(row: CaseRow, steps: readonly StepRow[]): { documentId: string; data: Letter & Record<string, unknown> } {
  return {
    documentId: row.public_id!,
    data: {
      number: row.number,
      purpose: row.purpose as LetterPurpose,
      title: row.public_title!,
      body: row.public_body!,
      author: row.public_author!,
      agency: { type: 'agency', documentId: row.agency! },
      agencyName: row.agency_name!,
      receivedAt: row.received_at,
      answer: row.answer!,
      answeredAt: row.answered_at!,
      workingDays: workingDaysBetween(shanghaiDate(row.received_at), shanghaiDate(row.answered_at!)),
      limit: row.limit_days,
      timeline: timelineOf(steps),
      ...(row.rating && { rating: row.rating }),
      path: row.path!,
      publicId: row.public_id!,
      publishedOn: shanghaiDate(row.published_at!),
      firstPublishedAt: row.published_at!,
    },
  };
}
