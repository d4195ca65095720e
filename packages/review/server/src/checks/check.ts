import type { Core } from '@strapi/strapi';

/** A reason against publishing a document: the field, and in Chinese what is wrong with it and what to do. */
export interface Finding {
  /** The attribute, with dots down to a part of it. */
  field: string;
  message: string;
}

/** What a check may look at beside the document. */
export interface Around {
  strapi: Core.Strapi;
  /** Missing while a document is new. */
  documentId?: string | undefined;
}

/** What documents of one type are held to before they are published. */
export interface Check<Document = Record<string, unknown>> {
  /** Uid of the content type. */
  type: string;
  /** Components, relations and files the check reads; a document comes with these loaded. */
  reads: readonly string[];
  /** Everything that speaks against publishing the document, all at once. */
  find(document: Document, around: Around): readonly Finding[] | Promise<readonly Finding[]>;
}
