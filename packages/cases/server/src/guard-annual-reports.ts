import { checkAgainstLastYear, checkAnnualTables, type CellFinding, type Figures } from '@mingchuang/content';
import { errors } from '@strapi/utils';
import type { Core } from '@strapi/strapi';

type Uid = 'api::annual-report.annual-report';
const REPORT: Uid = 'api::annual-report.annual-report';
/** Reports before this one had no statutory tables (国办公开办函〔2021〕30号). */
const FIRST_TABLED = 2021;
/** More would not be read; the grid marks every cell. */
const TOLD = 8;

interface Report {
  year?: number;
  tables?: Figures | null;
  agency?: { documentId: string } | null;
}
interface Params {
  documentId?: string;
  status?: string;
  data?: Partial<Report>;
}

/**
 * Keeps an annual report on disclosure from being published while its statutory tables do not add up, or do not go on
 * where the published report of the same agency for the year before ended. Drafts may be saved as they are.
 *
 * @throws {errors.ValidationError} Naming the cells, what stands in them and what to do.
 */
export function guardAnnualReports(strapi: Core.Strapi): void {
  strapi.documents.use(async (context, next) => {
    const { action, uid } = context;
    const params = context.params as Params;
    const publishes =
      action === 'publish' || ((action === 'create' || action === 'update') && params.status === 'published');
    if (uid === REPORT && publishes) refuse(await findProblems(strapi, params));
    return next();
  });
}

async function findProblems(strapi: Core.Strapi, { documentId, data }: Params): Promise<CellFinding[]> {
  const draft = documentId
    ? ((await strapi
        .documents(REPORT)
        .findOne({ documentId, status: 'draft', populate: ['agency'] as never })) as Report | null)
    : null;
  const { year = 0, tables } = { ...draft, ...data };
  if (!tables)
    return year < FIRST_TABLED
      ? []
      : [{ cell: '', message: `${year}年的年报要有法定统计表，请填写“二、三、四：法定统计表”。` }];
  const found = checkAnnualTables(tables);
  const last = draft?.agency && (await findLast(strapi, draft.agency.documentId, year - 1));
  return last ? [...found, ...checkAgainstLastYear(tables, last)] : found;
}

/** The published tables of an agency for a year. */
async function findLast(strapi: Core.Strapi, agency: string, year: number): Promise<Figures | undefined> {
  const filters = { year, agency: { documentId: agency } } as never;
  const [report] = (await strapi
    .documents(REPORT)
    .findMany({ status: 'published', filters, limit: 1 })) as unknown as Report[];
  return report?.tables ?? undefined;
}

function refuse(found: readonly CellFinding[]): void {
  if (found.length === 0) return;
  const rest = found.length > TOLD ? `\n另外还有 ${found.length - TOLD} 处，请看表格里标出的格子。` : '';
  const message = `年报的统计表不平，没有发布：\n${found
    .slice(0, TOLD)
    .map((finding) => finding.message)
    .join('\n')}${rest}`;
  const details = found.map((finding) => ({
    path: ['tables', finding.cell],
    message: finding.message,
    name: 'ValidationError',
  }));
  throw new errors.ValidationError(message, { errors: details });
}
