import type { Planted } from './plant';

/** A call somebody makes who has no right to what is planted. */
export interface Call {
  method: string;
  path: string;
  body?: unknown;
  headers?: Record<string, string>;
}

/** How a route is tried: for each planted type, or once; or why it is not. */
export interface Drive {
  each?: (planted: Planted, world: World) => Call[];
  once?: (world: World) => Call[];
  none?: string;
}

/** What calls are made of besides a planted type. */
export interface World {
  planted: readonly Planted[];
  /** Whether to ask in every way there is, or in those that have told most. */
  isThorough: boolean;
}

const MANAGER = '/content-manager/collection-types';
const both = ({ secret, changed }: Planted) => [secret, changed];
const get = (path: string): Call => ({ method: 'GET', path });
const send = (method: string, path: string, body: unknown = {}): Call => ({ method, path, body });
const post = (path: string, body?: unknown) => send('POST', path, body);
const form = (fields: Record<string, string>, withFile = false) => {
  const data = new FormData();
  if (withFile) data.append('files', new Blob([Buffer.from('a,b\n1,2\n')], { type: 'text/csv' }), 'mine.csv');
  for (const [name, value] of Object.entries(fields)) data.append(name, value);
  return data;
};
const encode = encodeURIComponent;
const some = <T>(isThorough: boolean, list: T[], first: number) => (isThorough ? list : list.slice(0, first));

const relationsOf = ({ schema }: Planted) => Object.entries(schema.attributes).filter(([, { type, target }]) => type === 'relation' && target?.startsWith('api::'));

/** Ways a list can be asked that might tell more than the plain list does; the first ones have told most. */
const LISTS = ['?pageSize=100&populate=*', '?_q=zq7f3a9', '?status=published', '', '?status=draft&locale=*', '?locale=en', '?filters[title][$contains]=zq', '?sort=title:DESC', '?fields=title', '?page=1&pageSize=100', '?filters[documentId][$notNull]=true', '?publicationStatusFilter=published-modified', '?hasPublishedVersion=false'];

const MOVES = ['submit', 'approve', 'force', 'withdraw', 'publish', 'recall', 'claim', 'release', 'return', 'reassign', 'schedule', 'unschedule', 'confirm', 'discard', 'restore', 'move'];
const review = ({ uid }: Planted, documentId: string) => `/review/documents/${uid}/${documentId}`;

const OWN = 'changes how the caller signs in, and nothing else';
const SETTINGS = 'settings of the whole installation: refused to everybody but super administrators, see “settings”';

/** How each route that Strapi, its plugins and ours answer is tried. A route that is missing here fails the suite. */
export const DRIVES: Record<string, Drive> = {
  'GET /content-manager/collection-types/:model': { each: ({ uid }, { isThorough }) => some(isThorough, LISTS, 3).map((query) => get(`${MANAGER}/${uid}${query}`)) },
  'GET /content-manager/collection-types/:model/:id': {
    each: (planted, { isThorough }) => both(planted).flatMap((id) => some(isThorough, ['?populate=*', '?status=published', '', '?locale=en', '?locale=zh-Hans&status=draft'], 2).map((query) => get(`${MANAGER}/${planted.uid}/${id}${query}`))),
  },
  'POST /content-manager/collection-types/:model': {
    each: (planted) => [
      post(`${MANAGER}/${planted.uid}`, { title: '我的', documentId: planted.secret }),
      post(`${MANAGER}/${planted.uid}?locale=en`, { title: '我的', locale: 'en', id: planted.rows[0] }),
      post(`${MANAGER}/${planted.uid}?status=published`, { title: '我的', status: 'published' }),
    ],
  },
  'PUT /content-manager/collection-types/:model/:id': {
    each: (planted) =>
      both(planted).flatMap((id) => [
        send('PUT', `${MANAGER}/${planted.uid}/${id}`, { title: '改' }),
        send('PUT', `${MANAGER}/${planted.uid}/${id}?locale=en`, { title: '改', locale: 'en' }),
        send('PUT', `${MANAGER}/${planted.uid}/${id}`, { title: '改', locale: 'en' }),
        send('PUT', `${MANAGER}/${planted.uid}/${id}?status=published`, { title: '改', status: 'published' }),
      ]),
  },
  'DELETE /content-manager/collection-types/:model/:id': { each: (planted) => both(planted).flatMap((id) => [send('DELETE', `${MANAGER}/${planted.uid}/${id}`), send('DELETE', `${MANAGER}/${planted.uid}/${id}?locale=*`)]) },
  'POST /content-manager/collection-types/:model/clone/:sourceId': { each: (planted) => both(planted).map((id) => post(`${MANAGER}/${planted.uid}/clone/${id}`, { title: '我的' })) },
  'POST /content-manager/collection-types/:model/auto-clone/:sourceId': { each: (planted) => both(planted).map((id) => post(`${MANAGER}/${planted.uid}/auto-clone/${id}`)) },
  'POST /content-manager/collection-types/:model/actions/publish': { each: ({ uid }) => [post(`${MANAGER}/${uid}/actions/publish`, { title: '我的' })] },
  'POST /content-manager/collection-types/:model/:id/actions/publish': {
    each: (planted) => both(planted).flatMap((id) => [post(`${MANAGER}/${planted.uid}/${id}/actions/publish`, { title: '改' }), post(`${MANAGER}/${planted.uid}/${id}/actions/publish?locale=en`, { title: '改' })]),
  },
  'POST /content-manager/collection-types/:model/:id/actions/unpublish': { each: (planted) => both(planted).flatMap((id) => [post(`${MANAGER}/${planted.uid}/${id}/actions/unpublish`), post(`${MANAGER}/${planted.uid}/${id}/actions/unpublish`, { discardDraft: true })]) },
  'POST /content-manager/collection-types/:model/:id/actions/discard': { each: (planted) => both(planted).map((id) => post(`${MANAGER}/${planted.uid}/${id}/actions/discard`)) },
  'GET /content-manager/collection-types/:model/:id/actions/countDraftRelations': { each: (planted) => both(planted).map((id) => get(`${MANAGER}/${planted.uid}/${id}/actions/countDraftRelations`)) },
  'GET /content-manager/collection-types/:model/actions/countManyEntriesDraftRelations': { each: (planted) => [get(`${MANAGER}/${planted.uid}/actions/countManyEntriesDraftRelations?documentIds=${planted.secret}`)] },
  'POST /content-manager/collection-types/:model/actions/bulkDelete': { each: (planted) => [post(`${MANAGER}/${planted.uid}/actions/bulkDelete`, { documentIds: both(planted) }), post(`${MANAGER}/${planted.uid}/actions/bulkDelete?locale=*`, { documentIds: both(planted), locale: '*' })] },
  'POST /content-manager/collection-types/:model/actions/bulkPublish': { each: (planted) => [post(`${MANAGER}/${planted.uid}/actions/bulkPublish`, { documentIds: both(planted) }), post(`${MANAGER}/${planted.uid}/actions/bulkPublish`, { documentIds: both(planted), locale: ['zh-Hans', 'en'] })] },
  'POST /content-manager/collection-types/:model/actions/bulkUnpublish': { each: (planted) => [post(`${MANAGER}/${planted.uid}/actions/bulkUnpublish`, { documentIds: both(planted) })] },
  'POST /content-manager/collection-types/:model/actions/bulkFindForValidation': { each: (planted) => [post(`${MANAGER}/${planted.uid}/actions/bulkFindForValidation`, { documentIds: both(planted) }), post(`${MANAGER}/${planted.uid}/actions/bulkFindForValidation`, { documentIds: both(planted), locale: '*' })] },

  // Strapi finds any type by these, also ours that have many documents.
  'GET /content-manager/single-types/:model': { each: ({ uid }) => ['', '?status=published', '?locale=en'].map((query) => get(`/content-manager/single-types/${uid}${query}`)) },
  'PUT /content-manager/single-types/:model': { each: ({ uid }) => [send('PUT', `/content-manager/single-types/${uid}`, { title: '改' })] },
  'DELETE /content-manager/single-types/:model': { each: ({ uid }) => [send('DELETE', `/content-manager/single-types/${uid}`)] },
  'GET /content-manager/single-types/:model/actions/countDraftRelations': { each: ({ uid }) => [get(`/content-manager/single-types/${uid}/actions/countDraftRelations`)] },
  'POST /content-manager/single-types/:model/actions/publish': { each: ({ uid }) => [post(`/content-manager/single-types/${uid}/actions/publish`, { title: '改' })] },
  'POST /content-manager/single-types/:model/actions/unpublish': { each: ({ uid }) => [post(`/content-manager/single-types/${uid}/actions/unpublish`)] },
  'POST /content-manager/single-types/:model/actions/discard': { each: ({ uid }) => [post(`/content-manager/single-types/${uid}/actions/discard`)] },

  'GET /content-manager/relations/:model/:targetField': {
    each: (planted, { isThorough }) => relationsOf(planted).flatMap(([field]) => some(isThorough, ['?pageSize=100', '?_q=zq7f3a9', '?status=published&pageSize=100', '?locale=zh-Hans&pageSize=100', `?id=${planted.secret}`, '?sort=title&filters[title][$contains]=zq'], 1).map((query) => get(`/content-manager/relations/${planted.uid}/${field}${query}`))),
  },
  'GET /content-manager/relations/:model/:id/:targetField': {
    each: (planted, { isThorough }) => relationsOf(planted).flatMap(([field]) => some(isThorough, both(planted), 1).map((id) => get(`/content-manager/relations/${planted.uid}/${id}/${field}?locale=zh-Hans`))),
  },
  'POST /content-manager/uid/generate': { each: ({ uid }) => [post('/content-manager/uid/generate', { contentTypeUID: uid, field: 'title', data: { title: 'zq' } })] },
  'POST /content-manager/uid/check-availability': { each: ({ uid }) => [post('/content-manager/uid/check-availability', { contentTypeUID: uid, field: 'title', value: 'zq7f3a' })] },
  'GET /content-manager/preview/url/:contentType': { each: (planted) => [get(`/content-manager/preview/url/${planted.uid}?documentId=${planted.secret}&locale=zh-Hans&status=draft`)] },
  'GET /content-manager/homepage/recent-documents': { once: () => ['update', 'publish'].map((action) => get(`/content-manager/homepage/recent-documents?action=${action}`)) },
  'GET /content-manager/homepage/count-documents': { once: () => [get('/content-manager/homepage/count-documents')] },
  'GET /content-manager/content-types/:uid/configuration': { each: ({ uid }) => [get(`/content-manager/content-types/${uid}/configuration`)] },
  'PUT /content-manager/content-types/:uid/configuration': { none: SETTINGS },
  'GET /content-manager/components/:uid/configuration': { once: () => [get('/content-manager/components/common.link/configuration')] },
  'PUT /content-manager/components/:uid/configuration': { none: SETTINGS },
  'GET /content-manager/components': { once: () => [get('/content-manager/components')] },
  'GET /content-manager/content-types': { once: () => [get('/content-manager/content-types')] },
  'GET /content-manager/content-types-settings': { once: () => [get('/content-manager/content-types-settings')] },
  'GET /content-manager/init': { once: () => [get('/content-manager/init')] },
  'GET /content-manager/preview/script': { once: () => [get('/content-manager/preview/script')] },

  'POST /i18n/content-manager/actions/get-non-localized-fields': { each: ({ uid, rows }) => rows.map((id) => post('/i18n/content-manager/actions/get-non-localized-fields', { model: uid, id, locale: 'en' })) },
  'GET /i18n/content-manager/get-fill-from-locale/:model': { each: (planted) => both(planted).map((id) => get(`/i18n/content-manager/get-fill-from-locale/${planted.uid}?documentId=${id}&sourceLocale=zh-Hans&targetLocale=en&locale=en`)) },
  'GET /i18n/ai-localization-jobs/collection-types/:contentType/:documentId': { each: (planted) => [get(`/i18n/ai-localization-jobs/collection-types/${planted.uid}/${planted.secret}`)] },
  'GET /i18n/ai-localization-jobs/single-types/:contentType': { each: ({ uid }) => [get(`/i18n/ai-localization-jobs/single-types/${uid}`)] },
  'GET /i18n/iso-locales': { once: () => [get('/i18n/iso-locales')] },
  'GET /i18n/locales': { once: () => [get('/i18n/locales')] },
  'GET /i18n/settings': { once: () => [get('/i18n/settings')] },
  'POST /i18n/locales': { none: SETTINGS },
  'PUT /i18n/locales/:id': { none: SETTINGS },
  'DELETE /i18n/locales/:id': { none: SETTINGS },
  'PUT /i18n/settings': { none: SETTINGS },

  'GET /upload/files': { once: () => ['', '?pageSize=100', '?_q=zq7f3a9', '?filters[name][$contains]=zq', '?populate=*', '?sort=name:DESC', '?filters[folderPath][$eq]=/', '?filters[accessAgency][$null]=true', '?fields=name'].map((query) => get(`/upload/files${query}`)) },
  'GET /upload/files/:id': { each: ({ file }) => [get(`/upload/files/${file.id}`), get(`/upload/files/${file.documentId}`)] },
  'POST /upload/files': { once: () => [{ ...post('/upload/files'), body: form({}, true) }] },
  'PUT /upload/files/:id': { each: ({ file }) => [send('PUT', `/upload/files/${file.id}`, { fileInfo: { name: '改' } })] },
  'POST /upload/files/:id/replace': { each: ({ file }) => [{ method: 'POST', path: `/upload/files/${file.id}/replace`, body: form({}, true) }] },
  'DELETE /upload/files/:id': { each: ({ file }) => [send('DELETE', `/upload/files/${file.id}`)] },
  'POST /upload': {
    each: ({ file }) => [
      { method: 'POST', path: `/upload?id=${file.id}`, body: form({ fileInfo: JSON.stringify({ name: '改' }) }) },
      { method: 'POST', path: `/upload?id=${file.id}`, body: form({ fileInfo: JSON.stringify({ name: '改' }) }, true) },
    ],
  },
  'POST /upload/actions/bulk-delete': { each: ({ file }) => [post('/upload/actions/bulk-delete', { fileIds: [file.id] })] },
  'POST /upload/actions/bulk-move': { each: ({ file }) => [post('/upload/actions/bulk-move', { fileIds: [file.id], destinationFolderId: null })] },
  'POST /upload/actions/bulk-update': { each: ({ file }) => [post('/upload/actions/bulk-update', { updates: [{ id: file.id, fileInfo: { name: '改' } }] })] },
  'POST /upload/actions/generate-ai-metadata': { each: ({ file }) => [post('/upload/actions/generate-ai-metadata', { fileIds: [file.id] })] },
  'POST /upload/actions/upload-from-urls': { once: () => [post('/upload/actions/upload-from-urls', { urls: [] })] },
  'POST /upload/ai-metadata-jobs': { once: () => [post('/upload/ai-metadata-jobs')] },
  'GET /upload/ai-metadata-jobs/latest': { once: () => [get('/upload/ai-metadata-jobs/latest')] },
  'GET /upload/ai-metadata-jobs/pending-count': { once: () => [get('/upload/ai-metadata-jobs/pending-count')] },
  'GET /upload/configuration': { once: () => [get('/upload/configuration')] },
  'PUT /upload/configuration': { none: SETTINGS },
  'GET /upload/settings': { once: () => [get('/upload/settings')] },
  'PUT /upload/settings': { none: SETTINGS },
  'GET /upload/folder-structure': { once: () => [get('/upload/folder-structure')] },
  'GET /upload/folders': { once: () => ['', '?populate=*', '?populate[files]=true', '?populate[files][populate]=*&filters[files][name][$contains]=zq'].map((query) => get(`/upload/folders${query}`)) },
  'GET /upload/folders/:id': { once: () => [get('/upload/folders/1'), get('/upload/folders/1?populate=*')] },
  'POST /upload/folders': { once: () => [post('/upload/folders', { name: '我的', parent: null })] },
  'PUT /upload/folders/:id': { once: () => [send('PUT', '/upload/folders/1', { name: '改', parent: null })] },
  'GET /uploads/(.*)': { each: ({ file }) => [get(file.url), get(file.url.replace('/uploads/', '/uploads/thumbnail_'))] },

  'GET /feed/documents/:uid/:documentId': { each: (planted) => both(planted).map((id) => get(`/feed/documents/${planted.uid}/${id}`)) },
  'POST /writing/:uid/:documentId': {
    each: (planted) => both(planted).flatMap((id) => [undefined, true].map((leaving) => post(`/writing/${planted.uid}/${id}`, { session: crypto.randomUUID(), locale: 'zh-Hans', ...(leaving ? { leaving } : {}) }))),
  },
  'GET /writing/targets': { each: (planted) => [get('/writing/targets?words=zq'), get(`/writing/targets?ref=${encode(`entry:${planted.uid.split('.')[1]}/${planted.changed}`)}`), get(`/writing/targets?ref=${encode(`entry:${planted.uid.split('.')[1]}/${planted.secret}`)}`)] },

  'GET /review/documents/:uid/:documentId': { each: (planted) => both(planted).map((id) => get(`${review(planted, id)}?locale=zh-Hans`)) },
  'POST /review/documents/:uid/:documentId/moves': {
    each: (planted, { isThorough }) => both(planted).flatMap((id) => some(isThorough, MOVES, 2).map((move) => post(`${review(planted, id)}/moves?locale=zh-Hans`, { locale: 'zh-Hans', move, remark: '说明', reason: '说明' }))),
  },
  'GET /review/documents/:uid/:documentId/remarks': { each: (planted) => both(planted).map((id) => get(`${review(planted, id)}/remarks?locale=zh-Hans`)) },
  'POST /review/documents/:uid/:documentId/remarks': { each: (planted) => both(planted).map((id) => post(`${review(planted, id)}/remarks`, { locale: 'zh-Hans', text: '说明' })) },
  'POST /review/documents/:uid/:documentId/remarks/:id/settlement': { each: (planted) => both(planted).map((id) => post(`${review(planted, id)}/remarks/1/settlement`, { locale: 'zh-Hans', settled: true })) },
  'GET /review/documents/:uid/:documentId/colleagues': { each: (planted) => both(planted).map((id) => get(`${review(planted, id)}/colleagues?locale=zh-Hans`)) },
  'GET /review/documents/:uid/:documentId/versions': { each: (planted) => both(planted).map((id) => get(`${review(planted, id)}/versions?locale=zh-Hans`)) },
  'GET /review/documents/:uid/:documentId/versions/:before/difference/:after': { each: (planted) => both(planted).map((id) => get(`${review(planted, id)}/versions/1/difference/1?locale=zh-Hans`)) },
  'POST /review/documents/:uid/:documentId/versions/:number/restore': { each: (planted) => both(planted).map((id) => post(`${review(planted, id)}/versions/1/restore?locale=zh-Hans`)) },
  'GET /review/documents/:uid/:documentId/previews': { each: (planted) => both(planted).map((id) => get(`${review(planted, id)}/previews?locale=zh-Hans`)) },
  'POST /review/documents/:uid/:documentId/previews': { each: (planted) => both(planted).map((id) => post(`${review(planted, id)}/previews?locale=zh-Hans`, { locale: 'zh-Hans' })) },
  'POST /review/documents/:uid/:documentId/previews/:id/revoke': { each: (planted) => both(planted).map((id) => post(`${review(planted, id)}/previews/1/revoke?locale=zh-Hans`)) },
  'POST /review/checks/:uid': { each: (planted) => both(planted).map((documentId) => post(`/review/checks/${planted.uid}`, { documentId, locale: 'zh-Hans', data: { title: 'x' } })) },
  'GET /review/checks/facts': { once: () => [get('/review/checks/facts')] },
  'POST /review/documents/:uid/:documentId/waivers': { each: (planted) => both(planted).map((id) => post(`${review(planted, id)}/waivers?locale=zh-Hans`, { locale: 'zh-Hans', reason: '说明' })) },
  'GET /review/words': { once: () => [get('/review/words')] },
  'PUT /review/words': { none: SETTINGS },
  'POST /review/words/removal': { none: SETTINGS },
  'POST /review/words/import': { none: SETTINGS },
  'GET /review/notices': { once: () => [get('/review/notices')] },
  'GET /review/notices/unread': { once: () => [get('/review/notices/unread')] },
  'POST /review/notices/read': { once: () => [post('/review/notices/read', { ids: [1, 2, 3] })] },
  'GET /review/notices/choices': { once: () => [get('/review/notices/choices')] },
  'PUT /review/notices/choices': { once: () => [send('PUT', '/review/notices/choices', {})] },
  'GET /review/notices/digest': { once: () => [get('/review/notices/digest')] },
  'GET /review/notices/policy': { none: SETTINGS },
  'PUT /review/notices/policy': { none: SETTINGS },
  'POST /review/notices/mail-trial': { none: SETTINGS },
  'GET /review/notices/robots': { none: SETTINGS },
  'POST /review/notices/robots': { none: SETTINGS },
  'PUT /review/notices/robots/:id': { none: SETTINGS },
  'DELETE /review/notices/robots/:id': { none: SETTINGS },
  'POST /review/notices/robots/:id/trial': { none: SETTINGS },
  'GET /review/types': { once: () => [get('/review/types')] },
  'GET /review/staff': { once: () => [get('/review/staff')] },
  'GET /review/desk/counts': { once: () => [get('/review/desk/counts')] },
  'GET /review/desk/:list': { once: () => ['mine', 'waiting', 'returned', 'scheduled', 'overdue', 'published-today', 'forced'].map((list) => get(`/review/desk/${list}`)) },
  'GET /review/flows': { once: () => [get('/review/flows')] },
  'PUT /review/flows': { none: SETTINGS },
  'GET /review/delegations': { once: () => [get('/review/delegations')] },
  'POST /review/delegations': { once: () => [post('/review/delegations', { person: 1, delegate: 2, from: '2026-11-26T00:00:00Z', until: '2026-11-27T00:00:00Z' })] },
  'DELETE /review/delegations/:id': { once: () => [send('DELETE', '/review/delegations/1')] },

  'POST /cases/list': { once: () => [post('/cases/list', { tab: 'all' }), post('/cases/list', { tab: 'all', search: 'zq7f3a9' })] },
  'GET /cases/agencies': { once: () => [get('/cases/agencies')] },
  'GET /cases/letters/:number': { once: () => [get('/cases/letters/20261101-234567')] },
  'POST /cases/letters/:number/contact': { once: () => [post('/cases/letters/20261101-234567/contact')] },
  'POST /cases/letters/:number/:event': { once: () => [post('/cases/letters/20261101-234567/accept', { revision: 0 })] },
  'GET /cases/consultations': { once: () => [get('/cases/consultations')] },
  'POST /cases/opinions/list': { each: (planted) => [post('/cases/opinions/list', { consultation: planted.secret }), post('/cases/opinions/list', { tab: 'open' })] },
  'POST /cases/opinions/export': { each: (planted) => both(planted).map((consultation) => post('/cases/opinions/export', { consultation })) },
  'POST /cases/opinions/:number/contact': { once: () => [post('/cases/opinions/20261101-234567/contact')] },
  'POST /cases/opinions/:number/:event': { once: () => [post('/cases/opinions/20261101-234567/weigh', { revision: 0, outcome: 'adopted' })] },
  'GET /cases/surveys': { once: () => [get('/cases/surveys')] },
  'GET /cases/surveys/:id': { each: (planted) => both(planted).map((id) => get(`/cases/surveys/${id}`)) },
  'GET /queries/sites': { once: () => [get('/queries/sites')] },
  'GET /queries/report': { each: (planted) => both(planted).map((site) => get(`/queries/report?site=${site}&days=30`)) },
  'POST /queries/try': { each: (planted) => both(planted).map((site) => post('/queries/try', { site, query: 'zq7f3a9' })) },
  'POST /cases/surveys/:id/export': { each: (planted) => both(planted).map((id) => post(`/cases/surveys/${id}/export`)) },

  'GET /access/grants': { none: SETTINGS },
  'GET /access/grants/choices': { none: SETTINGS },
  'POST /access/grants': { none: SETTINGS },
  'PUT /access/grants/:id': { none: SETTINGS },
  'DELETE /access/grants/:id': { none: SETTINGS },

  'POST /access/audit/list': { none: SETTINGS },
  'GET /access/audit/people': { none: SETTINGS },
  'GET /access/audit/export': { none: SETTINGS },
  'GET /access/second-factors': { none: SETTINGS },
  'POST /access/second-factors/:id/reset': { none: SETTINGS },
  'GET /access/second-factor': { once: () => [get('/access/second-factor')] },
  'POST /access/second-factor/enrolment': { none: OWN },
  'POST /access/second-factor/enrolment/confirm': { none: OWN },
  'POST /access/second-factor/verify': { none: OWN },
  'POST /access/second-factor/recovery-codes': { none: OWN },
  'POST /access/second-factor/remove': { none: OWN },

  'GET /api/feed/export': { none: 'answers tokens only, see “tokens”' },
  'GET /api/feed/changes': { none: 'answers tokens only, see “tokens”' },
  'GET /api/feed/media/:id': { none: 'answers tokens only, see “tokens”' },
  'POST /api/feed/acknowledgements': { none: 'answers tokens only, see “tokens”' },
  'POST /api/feed/lease': { none: 'answers tokens only, see “tokens”' },
  'POST /api/feed/alarms': { none: 'answers tokens only, see “tokens”' },
  'POST /api/review/previews': { none: 'answers the gateway’s token only, see packages/review/tests' },
  'POST /api/review/previews/page': { none: 'answers the gateway’s token only, see packages/review/tests' },
  'POST /api/review/previews/file': { none: 'answers the gateway’s token only, see packages/review/tests' },
  'POST /api/review/previews/advice': { none: 'answers the gateway’s token only, see packages/review/tests' },
  'POST /api/cases': { none: 'answers tokens only, see packages/cases/tests/rights.test.ts' },
  'POST /api/cases/track': { none: 'answers tokens only, see packages/cases/tests/rights.test.ts' },
  'POST /api/cases/rate': { none: 'answers tokens only, see packages/cases/tests/rights.test.ts' },
  'POST /api/queries/counts': { none: 'answers tokens only, see apps/cms/tests/queries.test.ts' },
};
