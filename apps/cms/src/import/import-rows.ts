import type { Core } from '@strapi/strapi';

import type { BodyRemarks } from './body/blocks';
import { checkData, type Schema } from './check-data';
import { convertRow, type RowProblem } from './convert-row';
import { insertDocuments } from './document-rows';
import { digestOf, ensureImportedTable, findImported, rememberImported, type Imported } from './imported';
import type { Mapping } from './mapping';
import type { SourceRow } from './read-rows';
import { RelationFinder, type Target } from './relations';

const BATCH = 200;

/** What an import did, or in a dry run would do. */
export interface ImportReport {
  rows: number;
  created: number;
  updated: number;
  unchanged: number;
  failed: number;
  /** Rows whose pictures stayed behind. */
  withoutPictures: number;
  tables: number;
  /** How many rows fill each attribute. */
  filled: Record<string, number>;
}

interface Ready {
  key: string;
  digest: string;
  data: Record<string, unknown>;
  targets: Record<string, Target>;
}

/** The feed's way in for rows written past the document service: it gives addresses and records the changes. */
interface Feed {
  adopt(uid: string, documentIds: readonly string[]): Promise<void>;
}

export interface ImportOptions {
  strapi: Core.Strapi;
  mapping: Mapping;
  dryRun: boolean;
  now: Date;
  /** Told of each row that cannot be imported, with every reason. */
  onProblem: (row: SourceRow, problems: RowProblem[]) => void | Promise<void>;
  /** Told after each batch. */
  onProgress?: (report: ImportReport, row: SourceRow) => void;
}

/**
 * Imports rows: new ones are created and published, changed ones updated, known ones left alone. Each batch is one
 * transaction, so an import that was cut off goes on where it stopped.
 *
 * @throws {Error} When the mapping names a type the CMS does not have.
 */
export async function importRows(rows: AsyncIterable<SourceRow>, options: ImportOptions): Promise<ImportReport> {
  const run = new ImportRun(options);
  await ensureImportedTable(options.strapi.db.connection);
  let batch: Ready[] = [];
  for await (const row of rows) {
    const ready = await run.prepare(row);
    if (ready) batch.push(ready);
    if (batch.length < BATCH) continue;
    await run.write(batch);
    batch = [];
    options.onProgress?.(run.report, row);
  }
  await run.write(batch);
  return run.report;
}

class ImportRun {
  readonly report: ImportReport = { rows: 0, created: 0, updated: 0, unchanged: 0, failed: 0, withoutPictures: 0, tables: 0, filled: {} };
  readonly #uid: string;
  readonly #schema: Schema;
  readonly #finder: RelationFinder;
  readonly #seen = new Set<string>();

  constructor(private readonly options: ImportOptions) {
    const { strapi, mapping } = options;
    this.#uid = `api::${mapping.type}.${mapping.type}`;
    const schema = strapi.contentTypes[this.#uid as never] as unknown as Schema | undefined;
    if (!schema) throw new Error(`没有“${mapping.type}”这个内容类型，请检查映射文件里的 type`);
    this.#schema = schema;
    this.#finder = new RelationFinder(strapi, mapping, schema.attributes);
  }

  /** Converts and checks one row; what is wrong with it is told, and the row left out. */
  async prepare(row: SourceRow): Promise<Ready | undefined> {
    this.report.rows += 1;
    if ('unreadable' in row.value) return this.#refuse(row, [{ field: '', message: String(row.value.unreadable) }]);
    const converted = convertRow(row.value, this.options.mapping);
    const { targets, problems } = await this.#finder.find(row.value);
    if ('problems' in converted) return this.#refuse(row, [...converted.problems, ...problems]);
    const { key, data, remarks } = converted.draft;
    const getSchema = (uid: string) => this.options.strapi.getModel(uid as never) as unknown as Schema;
    problems.push(...checkData(data, new Set(Object.keys(this.options.mapping.relations)), this.#schema, getSchema));
    if (this.#seen.has(key)) problems.push({ field: this.options.mapping.key.join('+'), message: '和前面的一行重复' });
    if (problems.length) return this.#refuse(row, problems);
    this.#seen.add(key);
    this.#count(data, remarks);
    return { key, data, targets, digest: digestOf([data, Object.entries(targets).map(([name, { documentId }]) => [name, documentId])]) };
  }

  async #refuse(row: SourceRow, problems: RowProblem[]): Promise<undefined> {
    this.report.failed += 1;
    await this.options.onProblem(row, problems);
    return undefined;
  }

  #count(data: Record<string, unknown>, remarks: BodyRemarks): void {
    if (remarks.droppedPictures) this.report.withoutPictures += 1;
    this.report.tables += remarks.tables;
    for (const name of Object.keys(data)) this.report.filled[name] = (this.report.filled[name] ?? 0) + 1;
  }

  async write(batch: Ready[]): Promise<void> {
    if (!batch.length) return;
    const { strapi, mapping, dryRun } = this.options;
    const known = await findImported(strapi.db.connection, mapping.type, batch.map(({ key }) => key));
    const fresh = batch.filter(({ key }) => !known.has(key));
    const changed = batch.filter(({ key, digest }) => known.has(key) && known.get(key)!.digest !== digest);
    if (!dryRun) {
      await this.#create(fresh);
      for (const ready of changed) await this.#update(ready, known.get(ready.key)!);
    }
    this.report.created += fresh.length;
    this.report.updated += changed.length;
    this.report.unchanged += batch.length - fresh.length - changed.length;
  }

  async #create(batch: Ready[]): Promise<void> {
    if (!batch.length) return;
    const { strapi, mapping, now } = this.options;
    const feed = strapi.plugin('feed').service('feed') as unknown as Feed;
    const localised = (this.#schema as unknown as { pluginOptions?: { i18n?: { localized?: boolean } } }).pluginOptions?.i18n?.localized;
    await strapi.db.transaction(async ({ trx }) => {
      const sql = trx as unknown as Core.Strapi['db']['connection'];
      const documents = batch.map(({ data, targets }) => ({ data, relations: targets }));
      const written = await insertDocuments(strapi, sql, this.#uid, documents, { publish: mapping.publish, now, locale: localised ? 'zh-Hans' : null });
      if (mapping.publish) await feed.adopt(this.#uid, written.map(({ documentId }) => documentId));
      const list: Imported[] = batch.map(({ key, digest }, index) => ({ key, digest, documentId: written[index]!.documentId }));
      await rememberImported(sql, mapping.type, list, now);
    });
  }

  /** A document that exists goes through the document service like an editor's change. */
  async #update({ key, digest, data, targets }: Ready, { documentId }: Imported): Promise<void> {
    const { strapi, mapping, now } = this.options;
    const documents = strapi.documents(this.#uid as never) as unknown as {
      update(options: object): Promise<unknown>;
      publish(options: object): Promise<unknown>;
    };
    const relations = Object.fromEntries(Object.entries(targets).map(([name, target]) => [name, target.documentId]));
    await strapi.db.transaction(async ({ trx }) => {
      await documents.update({ documentId, data: { ...data, ...relations } });
      if (mapping.publish) await documents.publish({ documentId });
      await rememberImported(trx as never, mapping.type, [{ key, digest, documentId }], now);
    });
  }
}
