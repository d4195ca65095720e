import type { Core } from '@strapi/strapi';

import { openStoredFile, type StoredFile } from '../uploads/open-stored-file';
import { checkTable } from './check-table';
import { readTable, type TableStart } from './read-table';

const DATASET = 'api::dataset.dataset';
const RESOURCE = 'dataset.resource';

interface Resource {
  id: number;
  title: string;
  rowCount: number | null;
  preview: string[][] | null;
  file: (StoredFile & { name: string }) | null;
}

interface Draft {
  resources: Resource[];
  fields: { name: string }[];
}

interface Remark {
  level: 'block';
  field: string;
  message: string;
  remedy: string;
}
interface Checks {
  register(registered: {
    check: { id: string; title: string; heaviest: 'block'; types: string[]; find(document: object, problems: string[]): Remark[] };
    gather(document: object, around: { documentId?: string }): Promise<string[]>;
  }): void;
}

/**
 * Keeps the preview and the number of rows of a dataset's files in line with the files, and lets nothing be published
 * whose files are no tables or do not have the fields that are described.
 */
export function keepPreviews(strapi: Core.Strapi): void {
  strapi.documents.use(async (context, next) => {
    if (context.uid !== DATASET) return next();
    const result = await next();
    const written = (result as { documentId?: string } | null)?.documentId;
    if (['create', 'update', 'clone'].includes(context.action) && written) await refresh(strapi, written);
    return result;
  });
  (strapi.plugin('review').service('checks') as unknown as Checks).register({
    check: {
      id: 'dataset-files',
      title: '数据文件',
      heaviest: 'block',
      types: [DATASET],
      find: (_document, problems) => problems.map((problem) => ({ level: 'block', field: 'resources', ...splitProblem(problem) })),
    },
    gather: async (_document, { documentId }) => (documentId ? refresh(strapi, documentId) : []),
  });
}

/** What is wrong comes before the comma, what to do behind it. */
function splitProblem(problem: string): { message: string; remedy: string } {
  const comma = problem.lastIndexOf('，请');
  return comma === -1 ? { message: `${problem}。`, remedy: '' } : { message: `${problem.slice(0, comma)}。`, remedy: `${problem.slice(comma + 1)}。` };
}

/** Reads every file of the draft anew. @returns What is wrong with them, in the words of editors. */
async function refresh(strapi: Core.Strapi, documentId: string): Promise<string[]> {
  const draft = (await strapi.db.query(DATASET as never).findOne({
    where: { documentId, publishedAt: null },
    populate: { resources: { populate: { file: true } }, fields: true },
  })) as Draft | null;
  const problems: string[] = [];
  for (const resource of draft?.resources ?? []) {
    const table = await readResource(strapi, resource).catch((error: Error) => {
      problems.push(`数据文件“${resource.title}”${error.message}`);
      return undefined;
    });
    await keep(strapi, resource, table);
    if (table) problems.push(...checkTable(resource.title, table, draft!.fields));
  }
  return problems;
}

async function readResource(strapi: Core.Strapi, { file }: Resource): Promise<TableStart | undefined> {
  const stream = file && (await openStoredFile(strapi, file));
  return stream ? readTable(file.name, stream) : undefined;
}

async function keep(strapi: Core.Strapi, { id, rowCount, preview }: Resource, table: TableStart | undefined): Promise<void> {
  const data = { rowCount: table?.rowCount ?? null, preview: table?.rows ?? null };
  if (rowCount === data.rowCount && JSON.stringify(preview ?? null) === JSON.stringify(data.preview)) return;
  await strapi.db.query(RESOURCE as never).update({ where: { id }, data });
}
