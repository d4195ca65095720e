import { useParams, useSearchParams } from 'react-router-dom';

import type { Identity } from './reach.ts';

const DEFAULT_LOCALE = 'zh-Hans';

/** The document a page of the plugin is about, from its address. */
export function useIdentity(): Identity {
  const { uid = '', documentId = '' } = useParams();
  const [params] = useSearchParams();
  return { uid, documentId, locale: params.get('locale') ?? DEFAULT_LOCALE };
}

const query = (locale: string) => new URLSearchParams({ locale }).toString();

/** Address of the page of versions. */
export const versionsPathOf = ({ uid, documentId, locale }: Identity) => `/plugins/review/versions/${uid}/${documentId}?${query(locale)}`;
/** Address of the page of previews. */
export const previewPathOf = ({ uid, documentId, locale }: Identity, view: string) => `/plugins/review/preview/${uid}/${documentId}?${query(locale)}&view=${view}`;
/** Address of the edit view. */
export const editPathOf = ({ uid, documentId, locale }: Identity) =>
  `/content-manager/collection-types/${uid}/${documentId}?${new URLSearchParams({ 'plugins[i18n][locale]': locale }).toString()}`;
