import { checkData, type Schema } from './check-data';
import { convertRow, type Draft } from './convert-row';
import type { ImportOptions, Ready } from './import-options';
import { count, createReport, type ImportReport } from './import-report';
import { digestOf, ensureImportedTable } from './imported';
import { ensureAddressTables } from './old-site/address-book';
import { checkRedirect } from './old-site/check-redirect';
import { ensureFilesTable } from './old-site/media-library';
import { SiteFiles } from './old-site/site-files';
import { RelationFinder, type Target } from './relations';
import type { PlacedRemark, Remark } from './report/remarks';
import { checksOf, maskingOf } from './review';
import type { RowProblem } from './row-problems';
import type { SourceRow } from './sources/source-row';
import { BatchWriter } from './write-batch';

const BATCH = 200;

/**
 * Imports rows: new ones are created and published, changed ones updated, known ones left alone. Each batch is one
 * transaction, so an import that was cut off goes on where it stopped. Links between documents and redirects follow
 * when everything is there: `finishImport`.
 *
 * @throws {Error} When the mapping names a type the CMS does not have.
 */
export async function importRows(rows: AsyncIterable<SourceRow>, options: ImportOptions): Promise<ImportReport> {
  const run = new ImportRun(options);
  const sql = options.strapi.db.connection;
  await ensureImportedTable(sql);
  await ensureFilesTable(sql);
  await ensureAddressTables(sql);
  let batch: Ready[] = [];
  for await (const row of rows) {
    const ready = await run.prepare(row);
    if (ready) batch.push(ready);
    if (batch.length >= run.batchSize) {
      await run.write(batch, row);
      batch = [];
    }
    options.onProgress?.(run.report, row);
  }
  await run.write(batch);
  return run.report;
}

class ImportRun {
  readonly report = createReport();
  /** A check may look at what was written just before. */
  readonly batchSize: number;
  readonly #uid: string;
  readonly #schema: Schema;
  readonly #finder: RelationFinder;
  readonly #files: SiteFiles;
  readonly #writer: BatchWriter;
  readonly #seen = new Set<string>();

  constructor(private readonly options: ImportOptions) {
    const { strapi, mapping } = options;
    const uid = `api::${mapping.type}.${mapping.type}`;
    const schema = strapi.contentTypes[uid as never] as unknown as Schema | undefined;
    if (!schema) throw new Error(`没有“${mapping.type}”这个内容类型，请检查映射文件里的 type`);
    this.#uid = uid;
    this.batchSize = checksOf(strapi).has(uid) ? 1 : BATCH;
    this.#schema = schema;
    this.#finder = new RelationFinder(strapi, mapping, schema.attributes);
    this.#files = new SiteFiles(options.filesFolder, mapping.oldSite.under);
    this.#writer = new BatchWriter(uid, schema, options);
  }

  /** Converts and checks one row; what is wrong with it is told, and the row left out. */
  async prepare(row: SourceRow): Promise<Ready | undefined> {
    const { mapping, strapi } = this.options;
    if (row.skipped) return this.#skip(row, row.skipped);
    this.report.rows += 1;
    if (row.unreadable) return this.#refuse(row, [{ field: '', message: row.unreadable }]);
    const converted = convertRow(row.value, mapping, this.#files);
    const { targets, labels, unmapped, problems } = await this.#finder.find(row.value);
    for (const [name, word] of Object.entries(unmapped)) count(this.report.unmapped, name, word);
    if ('problems' in converted) return this.#refuse(row, [...converted.problems, ...problems]);
    const { draft } = converted;
    const getSchema = (uid: string) => strapi.getModel(uid as never) as unknown as Schema;
    problems.push(...checkData(draft.data, new Set(Object.keys(mapping.relations)), this.#schema, getSchema));
    problems.push(...this.#checkFiles(draft));
    if (this.#seen.has(draft.key)) problems.push({ field: mapping.key.join('+'), message: '和前面的一行重复' });
    if (problems.length) return this.#refuse(row, problems);
    this.#seen.add(draft.key);
    this.#count(draft, labels);
    if (this.options.dryRun) this.#foresee(draft);
    this.#remark(row.place, maskingOf(strapi).mask(this.#uid, draft.data), draft.references.remarks.splice(0));
    return { ...draft, place: row.place, targets, digest: digestOf(digestParts(draft, targets)) };
  }

  #skip({ place }: SourceRow, reason: string): undefined {
    this.report.skipped += 1;
    this.report.remarks.push({ kind: 'skipped-page', place, title: '', detail: reason });
    return undefined;
  }

  async #refuse(row: SourceRow, problems: RowProblem[]): Promise<undefined> {
    this.report.failed += 1;
    const detail = problems.map(({ field, message }) => (field ? `${field}：${message}` : message)).join('；');
    this.#remark(row.place, row.value, [{ kind: 'refused-row', detail }]);
    await this.options.onProblem(row, problems);
    return undefined;
  }

  /** Files need an attribute that holds files; one the mapping does not name may be missing, but not silently. */
  #checkFiles(draft: Draft): RowProblem[] {
    return Object.keys(draft.files).flatMap((attribute) => {
      if (this.#schema.attributes[attribute]?.type === 'media') return [];
      if (this.options.mapping.files[attribute]) return [{ field: attribute, message: '内容类型里没有这个文件字段，请检查映射' }];
      const names = draft.files[attribute]!.map(({ name }) => name);
      delete draft.files[attribute];
      draft.references.remarks.push({ kind: 'refused-file', detail: `${names.join('、')}：这种内容没有附件字段` });
      return [];
    });
  }

  #remark(place: string, { title }: Record<string, unknown>, remarks: readonly Remark[]): void {
    this.report.remarks.push(...remarks.map((remark): PlacedRemark => ({ ...remark, place, title: typeof title === 'string' ? title : '' })));
  }

  /** What can be said of a redirect before the new path is known. */
  #foresee({ address, references }: Draft): void {
    const { oldSite, publish } = this.options.mapping;
    if (!address || !oldSite.redirects || !publish) return;
    const check = checkRedirect(address.href, '', { isPage: () => false, redirectOf: () => undefined });
    if (check.kind === 'refused') references.remarks.push({ kind: 'refused-redirect', detail: `${address.href}：${check.reason}` });
    else this.report.redirects += 1;
  }

  #count({ data, tables, references, files }: Draft, labels: Record<string, string>): void {
    const { report } = this;
    report.tables += tables;
    report.pictures += references.pictures.length;
    report.attachments += Object.values(files).flat().length;
    for (const name of [...Object.keys(data), ...Object.keys(files)]) report.filled[name] = (report.filled[name] ?? 0) + 1;
    for (const [name, label] of Object.entries(labels)) count(report.targets, name, label);
  }

  /** @param row The last row of the batch. */
  async write(batch: Ready[], row?: SourceRow): Promise<void> {
    const { created, updated, unchanged } = await this.#writer.write(batch, () => row && this.options.onProgress?.(this.report, row));
    this.report.created += created;
    this.report.updated += updated;
    this.report.unchanged += unchanged;
    // What only showed when the files were uploaded.
    for (const { place, data, references } of batch) this.#remark(place, data, references.remarks.splice(0));
  }
}

/** What a document is made of; files by their content, so that a name given by the CMS does not count as a change. */
function digestParts({ data, files }: Draft, targets: Record<string, Target>): unknown[] {
  const relations = Object.entries(targets).map(([name, { documentId }]) => [name, documentId]);
  const uses = Object.entries(files).map(([name, list]) => [name, list.map((use) => [use.file.digest, use.name])]);
  return uses.length ? [data, relations, uses] : [data, relations];
}
