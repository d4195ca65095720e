/** Which form of which document, for the device and for the server. */
export interface FormIdentity {
  userId: number | string;
  uid: string;
  /** Nothing for a document that was never saved. */
  documentId: string | undefined;
  locale: string;
}

/** Values of Strapi's form. */
export type Values = Record<string, unknown>;

/** A form as it was kept on the device. */
export interface LocalCopy {
  /** ISO, UTC. */
  savedAt: string;
  values: Values;
}

/** Name of a form among what the browser keeps. The person is part of it: colleagues may share a computer. */
export const keyOf = ({ userId, uid, documentId, locale }: FormIdentity) => ['mingchuang-writing', userId, uid, documentId ?? 'new', locale].join('|');
