import { checkAgainstLastYear, checkAnnualTables, type CellFinding, type Figures } from '@mingchuang/content';

import type { Check, Example } from './check.ts';
import type { Remark } from './finding.ts';

/** Reports before this one had no statutory tables (国办公开办函〔2021〕30号). */
const FIRST_TABLED = 2021;
const type = 'api::annual-report.annual-report';

interface Report {
  year?: number | null;
  tables?: Figures | null;
}

/**
 * The statutory tables of an annual report on disclosure add up, and go on where the published report of the same
 * agency for the year before ended: its tables are the facts.
 */
export const annualReportCheck: Check<Figures | undefined> = {
  id: 'annual-report',
  title: '年报统计表',
  heaviest: 'block',
  types: [type],
  find: ({ values }, last) => {
    const { year, tables } = values as Report;
    if (!tables) return findMissing(year ?? 0);
    return [...checkAnnualTables(tables), ...(last ? checkAgainstLastYear(tables, last) : [])].map(atCell);
  },
};

/** What the table itself says under its cell tells what to do, too. */
const atCell = ({ cell, message }: CellFinding): Remark => ({ level: 'block', field: `tables.${cell}`, message, remedy: '' });

const findMissing = (year: number): Remark[] =>
  year < FIRST_TABLED
    ? []
    : [
        {
          level: 'block',
          field: 'tables',
          message: `${year}年的年报要有法定统计表。`,
          remedy: '请填写“二、三、四：法定统计表”。',
          clause: '国办公开办函〔2021〕30号',
        },
      ];

export const examples: readonly Example<Figures | undefined>[] = [
  { says: 'a report of our years without tables', type, values: { year: 2024 }, finds: ['block tables'] },
  { says: 'a report of earlier years without tables', type, values: { year: 2019 }, finds: [] },
];
