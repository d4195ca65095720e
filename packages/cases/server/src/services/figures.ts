import { shanghaiDate, workingDaysBetween, type CaseFigures } from '@mingchuang/content';

import type { CaseRow } from '../store/case-row.ts';
import { onConnection, type Knex } from '../store/connection.ts';
import { FIGURES_DUE, flushDue } from '../store/due.ts';
import type { Engine, FeedSource } from './engine.ts';

const TYPE = 'case-figures';
type Counted = Pick<CaseRow, 'agency' | 'agency_name' | 'received_at' | 'answered_at' | 'due_on'>;

/** The public figures of each month, over every case that is not spam. */
export interface Figures {
  /** Tells the feed that a month's figures changed, in the transaction that changed them. */
  changed(month: string): Promise<void>;
  /** Tells the feed about the months in which cases arrived since it was last told. */
  flush(): Promise<void>;
  source: FeedSource;
}

export function createFigures({ db, feed }: Engine): Figures {
  const changed = async (month: string) => {
    await feed().record({ kind: 'upsert', type: TYPE, documentId: month });
  };

  return {
    changed,

    flush: () => flushDue(db, FIGURES_DUE, changed),

    source: {
      type: TYPE,
      async *all() {
        const months = await onConnection(db, (knex) => counted(knex).distinct('month').orderBy('month'));
        for (const { month } of months as { month: string }[]) yield { documentId: month, data: await dataOf(db, month) };
      },
      async one(month) {
        const some = await onConnection(db, (knex) => counted(knex).where({ month }).first('id'));
        return some && { documentId: month, data: await dataOf(db, month) };
      },
    },
  };
}

const counted = (knex: Knex) => knex('cases').where({ kind: 'letter', quarantined: 0 });

async function dataOf(db: Engine['db'], month: string): Promise<CaseFigures & Record<string, unknown>> {
  const rows: Counted[] = await onConnection(db, (knex) =>
    counted(knex).where({ month }).select('agency', 'agency_name', 'received_at', 'answered_at', 'due_on').orderBy('id'),
  );
  return countFigures(month, rows);
}

/** Counts one month's cases. */
export function countFigures(month: string, rows: readonly Counted[]): CaseFigures & Record<string, unknown> {
  const answered = rows.filter((row) => row.answered_at !== null);
  const onTime = answered.filter(isInTime);
  const days = answered.map((row) => workingDaysBetween(shanghaiDate(row.received_at), shanghaiDate(row.answered_at!)));

  const byAgency = new Map<string, CaseFigures['byAgency'][number]>();
  for (const row of rows) {
    if (!row.agency) continue;
    const figures = byAgency.get(row.agency) ?? {
      agency: { type: 'agency', documentId: row.agency },
      agencyName: row.agency_name ?? '',
      received: 0,
      answered: 0,
      inTime: 0,
    };
    figures.received += 1;
    if (row.answered_at) figures.answered += 1;
    if (isInTime(row)) figures.inTime += 1;
    byAgency.set(row.agency, figures);
  }

  return {
    month,
    received: rows.length,
    answered: answered.length,
    ...(answered.length > 0 && {
      averageWorkingDays: round(days.reduce((sum, each) => sum + each, 0) / days.length),
      onTime: round((100 * onTime.length) / answered.length),
    }),
    byAgency: [...byAgency.values()].sort(
      (a, b) => b.received - a.received || (a.agency.documentId < b.agency.documentId ? -1 : 1),
    ),
  };
}

const isInTime = ({ answered_at, due_on }: Pick<Counted, 'answered_at' | 'due_on'>) =>
  answered_at !== null && shanghaiDate(answered_at) <= due_on;

/** One decimal. */
const round = (value: number) => Math.round(value * 10) / 10;
