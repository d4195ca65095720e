import type { Core } from '@strapi/strapi';

/** The language of documents that have only one. */
export const DEFAULT_LOCALE = 'zh-Hans';

/** One document in one language. */
export interface DocumentKey {
  uid: string;
  documentId: string;
  locale: string;
}

interface Schema {
  uid: string;
  info: { singularName: string; displayName: string };
  pluginOptions?: {
    i18n?: { localized?: boolean };
    review?: { enabled?: boolean };
    editor?: { mainField?: string };
  };
  attributes: Record<string, unknown>;
}

const schemaOf = (strapi: Core.Strapi, uid: string) => strapi.getModel(uid as never) as unknown as Schema | undefined;

/** Whether documents of a type go live only through review. */
export const isReviewed = (strapi: Core.Strapi, uid: string): boolean =>
  schemaOf(strapi, uid)?.pluginOptions?.review?.enabled === true;

export const isLocalised = (strapi: Core.Strapi, uid: string): boolean =>
  schemaOf(strapi, uid)?.pluginOptions?.i18n?.localized === true;

/** Names a document; what is asked for in no language means the default one. */
export const keyOf = (strapi: Core.Strapi, uid: string, documentId: string, locale?: string | null): DocumentKey => ({
  uid,
  documentId,
  locale: (isLocalised(strapi, uid) && locale) || DEFAULT_LOCALE,
});

/** What the document service wants to find a document by. */
export const lookup = (strapi: Core.Strapi, { uid, documentId, locale }: DocumentKey) => ({
  documentId,
  ...(isLocalised(strapi, uid) ? { locale } : {}),
});

/** The same in the columns of the plugin's tables. */
export const columnsOf = ({ uid, documentId, locale }: DocumentKey) => ({ uid, document_id: documentId, locale });

/** One text for a document, for columns that must be unique. */
export const openKeyOf = ({ uid, documentId, locale }: DocumentKey): string => `${uid}:${documentId}:${locale}`;

/** Where a draft or a published row stands in the table of its type. */
export const rowWhere = (strapi: Core.Strapi, key: DocumentKey, status: 'draft' | 'published') => ({
  ...lookup(strapi, key),
  publishedAt: status === 'draft' ? { $null: true } : { $notNull: true },
});

/** The attribute a document is called by. */
export const titleAttributeOf = (strapi: Core.Strapi, uid: string): string =>
  schemaOf(strapi, uid)?.pluginOptions?.editor?.mainField ?? 'title';

/** What editors call the type. */
export const labelOf = (strapi: Core.Strapi, uid: string): string => schemaOf(strapi, uid)?.info.displayName ?? uid;
