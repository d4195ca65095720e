import type { Figures } from '@mingchuang/content';
import type { Core } from '@strapi/strapi';

type Uid = 'api::annual-report.annual-report';
const REPORT: Uid = 'api::annual-report.annual-report';

/** The tables of the report an agency published for the year before. */
export async function findLastReport(
  strapi: Core.Strapi,
  { year, agency }: { year?: number | null; agency?: { documentId: string } | null },
): Promise<Figures | undefined> {
  if (!year || !agency) return undefined;
  const filters = { year: year - 1, agency: { documentId: agency.documentId } } as never;
  const [report] = (await strapi
    .documents(REPORT)
    .findMany({ status: 'published', filters, limit: 1 })) as unknown as { tables?: Figures | null }[];
  return report?.tables ?? undefined;
}
