import { adminApi, type StrapiApp } from '@strapi/strapi/admin';

type Dispatch = (action: unknown) => unknown;

let dispatch: Dispatch | undefined;

/** Gets hold of the admin's store, which Strapi hands to middlewares only. */
export function rememberStore(app: StrapiApp): void {
  const middleware = () => (store: { dispatch: Dispatch }) => {
    dispatch = store.dispatch;
    return (next: Dispatch) => (action: unknown) => next(action);
  };
  (app as unknown as { addMiddlewares(of: unknown[]): void }).addMiddlewares([middleware]);
}

/** Makes the admin read a document again: now where it is shown, else when it is opened. Its form then holds what is stored. */
export function rereadDocument(uid: string, documentId: string): void {
  const tags = [`${uid}_${documentId}`, `${uid}_LIST`].map((id) => ({ type: 'Document', id }));
  dispatch?.((adminApi as unknown as { util: { invalidateTags(of: object[]): unknown } }).util.invalidateTags(tags));
}
