import type { Core } from '@strapi/strapi';

import type { Session } from '../boot';

/** Stands in every text and every file name of the other agency that nobody else may see. */
export const SECRET = 'zq7f3a9';
/** Stands in the titles of what it has published. */
export const OPEN = 'yi8gk2w';

const PNG = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==', 'base64');

interface Attribute {
  type: string;
  customField?: string;
  target?: string;
  component?: string;
  components?: string[];
  repeatable?: boolean;
  multiple?: boolean;
  enum?: string[];
  regex?: string;
  maxLength?: number;
  private?: boolean;
}
export interface Schema {
  uid: string;
  pluginOptions?: { i18n?: { localized?: boolean } };
  attributes: Record<string, Attribute>;
}

/** A file of the media library. */
export interface PlantedFile {
  id: number;
  documentId: string;
  url: string;
}

/** What an agency has of a type: a draft nobody else knows of, and a published document whose draft is being changed. */
export interface Planted {
  uid: string;
  schema: Schema;
  secret: string;
  changed: string;
  /** Ids of the draft rows of both. */
  rows: number[];
  file: PlantedFile;
}

/** Where documents belong. */
export interface Place {
  agency: string;
  column: string;
}

/** The types whose documents belong to agencies, as they are registered. */
export const listTypes = (strapi: Core.Strapi) =>
  (Object.values(strapi.contentTypes) as unknown as Schema[]).filter(({ uid, attributes }) => uid.startsWith('api::') && 'agency' in attributes);

/** Uploads a picture under a name. */
export async function upload(session: Session, name: string): Promise<PlantedFile> {
  const form = new FormData();
  form.append('files', new Blob([PNG], { type: 'image/png' }), `${name}.png`);
  form.append('fileInfo', JSON.stringify({ name: `${name}.png`, alternativeText: name, caption: name }));
  const { status, body } = await session.call('POST', '/upload', form);
  if (status !== 201) throw new Error(`Uploading ${name} answered ${status}: ${JSON.stringify(body)}`);
  return body[0];
}

const KEPT_BY_SYSTEM = ['locale', 'documentId', 'path', 'publicId', 'firstPublishedAt', 'title', 'agency', 'column'];

/** Fills in every attribute a draft takes, with the secret in every text. */
function fill(strapi: Core.Strapi, { attributes }: Schema, file: PlantedFile, depth = 0): Record<string, unknown> {
  const data: Record<string, unknown> = {};
  for (const [name, attribute] of Object.entries(attributes)) {
    const { type, customField, regex, component, components, repeatable, multiple } = attribute;
    if (KEPT_BY_SYSTEM.includes(name) && depth === 0) continue;
    if (['string', 'text', 'richtext'].includes(type) && !regex) data[name] = customField ? `<p>${SECRET}</p>` : SECRET;
    else if (type === 'enumeration') data[name] = attribute.enum![0];
    else if (type === 'email') data[name] = `${SECRET}@example.cn`;
    else if (type === 'media') data[name] = multiple ? [file.id] : file.id;
    else if ((type === 'component' || type === 'dynamiczone') && depth < 2) {
      const uid = component ?? components![0]!;
      const item = { ...fill(strapi, strapi.components[uid as never] as unknown as Schema, file, depth + 1), ...(component ? {} : { __component: uid }) };
      data[name] = repeatable || type === 'dynamiczone' ? [item] : item;
    }
  }
  return data;
}

/** Writes both documents of a type, as a program does: whoever is asked about their rights wrote none of it. */
export async function plant(strapi: Core.Strapi, schema: Schema, { agency, column }: Place, file: PlantedFile): Promise<Planted> {
  const { uid } = schema;
  const documents = strapi.documents(uid as never);
  const write = (title: string) => documents.create({ data: { ...fill(strapi, schema, file), title, agency, column }, locale: 'zh-Hans' } as never) as unknown as Promise<{ id: number; documentId: string }>;
  const secret = await write(SECRET);
  const changed = await write(SECRET);
  const [, name] = uid.split('.');
  await strapi.db.query(uid as never).create({
    data: { documentId: changed.documentId, locale: 'zh-Hans', title: `${OPEN} ${name}`, path: `/${name}/1/`, publishedAt: new Date().toISOString() },
  } as never);
  await strapi.db.query(uid as never).update({ where: { id: changed.id }, data: { path: `/${name}/1/` } } as never);
  return { uid, schema, secret: secret.documentId, changed: changed.documentId, rows: [secret.id, changed.id], file };
}

/** Everything stored of what was planted, to tell whether anybody changed it. */
export async function readPlanted(strapi: Core.Strapi, planted: readonly Planted[]): Promise<string[]> {
  const found: string[] = [];
  for (const { uid, secret, changed } of planted) {
    const { tableName } = strapi.db.metadata.get(uid);
    const rows = await strapi.db.connection(tableName).whereIn('document_id', [secret, changed]).orderBy('id');
    found.push(...rows.map((row: object) => `${uid} ${JSON.stringify(row)}`));
  }
  const files = await strapi.db.connection('files').where('name', 'like', `%${SECRET}%`).orderBy('id');
  return [...found, ...files.map((row: object) => `file ${JSON.stringify(row)}`)];
}
