import type { Core } from '@strapi/strapi';

import type { Schema } from './check-data';
import { insertDocuments, type NewDocument } from './document-rows';
import type { ImportOptions, Ready } from './import-options';
import { findImported, rememberImported, type Imported } from './imported';
import { rememberPages } from './old-site/address-book';
import { bindFiles, type Bound } from './old-site/bind-files';
import { MediaLibrary } from './old-site/media-library';
import { checksOf, type CheckFinding, isWorkedOn, maskingOf } from './review';

type Sql = Core.Strapi['db']['connection'];

/** The feed's way in for rows written past the document service: it gives addresses and records the changes. */
export interface Feed {
  adopt(uid: string, documentIds: readonly string[]): Promise<void>;
}

/** Whether a type is written once for each language. */
export const isLocalised = (schema: Schema): boolean =>
  Boolean((schema as unknown as { pluginOptions?: { i18n?: { localized?: boolean } } }).pluginOptions?.i18n?.localized);

/** Writes batches of documents: new ones by table rows, changed ones by the document service. */
export class BatchWriter {
  readonly #library: MediaLibrary;

  constructor(
    private readonly uid: string,
    private readonly schema: Schema,
    private readonly options: ImportOptions,
  ) {
    this.#library = new MediaLibrary(options.strapi);
  }

  /** @param onStep Told after each document whose files were uploaded, since that may take its time. */
  async write(batch: readonly Ready[], onStep: () => void): Promise<{ created: number; updated: number; unchanged: number }> {
    const { strapi, mapping, dryRun } = this.options;
    const known = await findImported(strapi.db.connection, mapping.type, batch.map(({ key }) => key));
    // What is changed goes through the document service, which masks by what the document says of its names.
    const fresh = batch.filter(({ key }) => !known.has(key)).map((ready) => ({ ...ready, data: maskingOf(strapi).mask(this.uid, ready.data) }));
    const changed = batch.filter(({ key, digest }) => known.has(key) && known.get(key)!.digest !== digest);
    const held = await this.#findHeld(fresh);
    if (!dryRun) {
      await this.#create(fresh.filter(({ key }) => !held.has(key)), mapping.publish, onStep);
      await this.#create(fresh.filter(({ key }) => held.has(key)), false, onStep);
      for (const ready of changed) await this.#update(ready, known.get(ready.key)!).then(onStep);
    }
    return { created: fresh.length, updated: changed.length, unchanged: batch.length - fresh.length - changed.length };
  }

  /** Keys of new rows that would be refused at publishing: they stay drafts, and the report says why. */
  async #findHeld(batch: readonly Ready[]): Promise<Set<string>> {
    const checks = checksOf(this.options.strapi);
    const held = new Set<string>();
    if (!this.options.mapping.publish) return held;
    for (const ready of batch) {
      const findings = await checks.find(this.uid, { ...ready.files, ...ready.data, ...ready.targets });
      if (this.#hold(ready, findings)) held.add(ready.key);
    }
    return held;
  }

  #hold({ references }: Ready, findings: readonly CheckFinding[]): boolean {
    if (findings.length) references.remarks.push({ kind: 'kept-draft', detail: findings.map(({ message, remedy }) => message + remedy).join('') });
    return findings.length > 0;
  }

  /** An attribute of one file takes the first. */
  async #bind(ready: Ready): Promise<Bound> {
    const bound = await bindFiles(ready, this.options.mapping.body?.field, this.#library);
    for (const name of Object.keys(bound.files)) if (!this.#isMultiple(name)) bound.files[name]!.splice(1);
    return bound;
  }

  async #create(batch: readonly Ready[], publish: boolean, onStep: () => void): Promise<void> {
    if (!batch.length) return;
    const { strapi, mapping, now } = this.options;
    const feed = strapi.plugin('feed').service('feed') as unknown as Feed;
    const documents: NewDocument[] = [];
    for (const ready of batch) {
      documents.push({ ...(await this.#bind(ready)), relations: ready.targets });
      onStep();
    }
    await strapi.db.transaction(async ({ trx }) => {
      const sql = trx as unknown as Sql;
      const written = await insertDocuments(strapi, sql, this.uid, documents, { publish, now, locale: isLocalised(this.schema) ? 'zh-Hans' : null });
      if (publish) await feed.adopt(this.uid, written.map(({ documentId }) => documentId));
      const ids = written.map(({ documentId }) => documentId);
      const list: Imported[] = batch.map(({ key, digest }, index) => ({ key, digest, documentId: ids[index]! }));
      await rememberImported(sql, mapping.type, list, now);
      await rememberPages(sql, mapping.type, batch.map(({ address, references }, index) => ({ documentId: ids[index]!, address, links: references.links })));
    });
  }

  /** A document that exists goes through the document service like an editor's change. */
  async #update(ready: Ready, { documentId }: Imported): Promise<void> {
    const { strapi, mapping, now } = this.options;
    const documents = strapi.documents(this.uid as never) as unknown as {
      update(options: object): Promise<unknown>;
      publish(options: object): Promise<unknown>;
    };
    const { key, digest, targets, address, references } = ready;
    if (await isWorkedOn(strapi, this.uid, documentId)) {
      references.remarks.push({ kind: 'kept-draft', detail: '有人正在修改或审核这一篇，没有用来源的内容覆盖。等他们发布后再导入一次。' });
      return;
    }
    const { data, files } = await this.#bind(ready);
    const relations = Object.fromEntries(Object.entries(targets).map(([name, target]) => [name, target.documentId]));
    const media = Object.fromEntries(Object.entries(files).map(([name, ids]) => [name, this.#isMultiple(name) ? ids : ids[0]]));
    await strapi.db.transaction(async ({ trx }) => {
      await documents.update({ documentId, data: { ...data, ...relations, ...media } });
      const findings = mapping.publish ? await checksOf(strapi).findInDrafts(this.uid, { documentId }, { isProgram: true }) : [];
      if (mapping.publish && !this.#hold(ready, findings)) await documents.publish({ documentId });
      await rememberImported(trx as never, mapping.type, [{ key, digest, documentId }], now);
      await rememberPages(trx as never, mapping.type, [{ documentId, address, links: references.links }]);
    });
  }

  #isMultiple(attribute: string): boolean {
    return Boolean((this.schema.attributes[attribute] as { multiple?: boolean }).multiple);
  }
}
