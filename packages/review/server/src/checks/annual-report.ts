import { checkAgainstLastYear, checkAnnualTables, type CellFinding, type Figures } from '@mingchuang/content';
import type { Core } from '@strapi/strapi';

import type { Check } from './check.ts';

type Uid = 'api::annual-report.annual-report';
const REPORT: Uid = 'api::annual-report.annual-report';
/** Reports before this one had no statutory tables (国办公开办函〔2021〕30号). */
const FIRST_TABLED = 2021;

interface Report {
  year?: number | null;
  tables?: Figures | null;
  agency?: { documentId: string } | null;
}

/**
 * The statutory tables of an annual report on disclosure add up, and go on where the published report of the same
 * agency for the year before ended.
 */
export const annualReportCheck: Check<Report> = {
  type: REPORT,
  reads: ['agency'],
  async find({ year, tables, agency }, { strapi }) {
    if (!tables) return findMissing(year ?? 0);
    const last = agency && year ? await findLast(strapi, agency.documentId, year - 1) : undefined;
    return [...checkAnnualTables(tables), ...(last ? checkAgainstLastYear(tables, last) : [])].map(atCell);
  },
};

const atCell = ({ cell, message }: CellFinding) => ({ field: `tables.${cell}`, message });

const findMissing = (year: number) =>
  year < FIRST_TABLED
    ? []
    : [{ field: 'tables', message: `${year}年的年报要有法定统计表，请填写“二、三、四：法定统计表”。` }];

/** The published tables of an agency for a year. */
async function findLast(strapi: Core.Strapi, agency: string, year: number): Promise<Figures | undefined> {
  const filters = { year, agency: { documentId: agency } } as never;
  const [report] = (await strapi
    .documents(REPORT)
    .findMany({ status: 'published', filters, limit: 1 })) as unknown as Report[];
  return report?.tables ?? undefined;
}
