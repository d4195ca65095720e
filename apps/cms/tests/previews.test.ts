import { PUBLIC_CALLS } from '@mingchuang/content/public-calls';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { ensureUser } from '../src/provisioning/ensure-user';
import { bootCms, GATEWAY_TOKEN, PASSWORD, type RunningCms, type Session, signIn } from './boot';

const ARTICLE = 'api::article.article';

interface Stored extends Record<string, unknown> {
  documentId: string;
}
interface Documents {
  create(params: object): Promise<Stored>;
  update(params: object): Promise<Stored>;
  publish(params: object): Promise<unknown>;
  delete(params: object): Promise<unknown>;
}
type Answer = { kind: string; reason?: string; message?: string; errors?: { field: string; message: string }[]; link?: { title: string; digest: string } };

let cms: RunningCms;
let author: Session;
let stranger: Session;
let auditor: Session;
let place: { column: string; agency: string };

const documents = (uid: string) => cms.strapi.documents(uid as never) as unknown as Documents;
const at = (documentId: string, rest = '') => `/review/documents/${ARTICLE}/${documentId}/previews${rest}?locale=zh-Hans`;
const write = async (more: object = {}) => (await documents(ARTICLE).create({ data: { title: '步道开放', body: '<p>步道明天开放。</p>', ...place, ...more }, locale: 'zh-Hans' })).documentId;
const make = (session: Session, documentId: string, more: object = {}) => session.call('POST', at(documentId), { kind: 'view', ...more }, { origin: cms.address });
const tokenOf = (url: string) => new URL(url).pathname.split('/')[2]!;
async function share(documentId: string, more: object = {}): Promise<{ id: number; token: string }> {
  const { body } = await make(author, documentId, more);
  return { id: body.data.id, token: tokenOf(body.data.url) };
}
/** A public call, as the gateway makes it. */
async function call(name: keyof typeof PUBLIC_CALLS, body: object, key = GATEWAY_TOKEN): Promise<{ status: number; answer: Answer; text: string }> {
  const { path } = PUBLIC_CALLS[name];
  const response = await fetch(cms.address + path, { method: 'POST', headers: { 'content-type': 'application/json', authorization: `Bearer ${key}` }, body: JSON.stringify(body) });
  const text = await response.text();
  return { status: response.status, text, answer: text.startsWith('{') ? (JSON.parse(text) as Answer) : { kind: text } };
}
const open = async (token: string) => (await call('openPreview', { token })).answer;
/** Puts the clock of the review on. */
const setClock = (now: () => Date) => (cms.strapi.plugin('review').service('editions') as unknown as { setClock(now: () => Date): void }).setClock(now);
const opinion = { verdict: 'comment', text: '第二段请再核对。', name: '江一帆', organisation: '望川大学', role: '教授' };
const advise = async (token: string, more: object = {}) => (await call('adviseOnPreview', { token, submission: { ...opinion, digest: (await open(token)).link?.digest ?? '', ...more } })).answer;
const rows = (table: string, where: object) => cms.strapi.db.connection(table).where(where) as Promise<Record<string, unknown>[]>;

beforeAll(async () => {
  process.env.PORTAL_URL = 'http://portal.example';
  cms = await bootCms();
  const create = async (uid: string, data: object) => {
    const { documentId } = await documents(uid).create({ data, locale: 'zh-Hans' });
    await documents(uid).publish({ documentId, locale: 'zh-Hans' });
    return documentId;
  };
  const site = await create('api::site.site', { title: '站', shortName: '站', domain: 'a.gov.cn', siteCode: '1234567890', sponsor: '办' });
  const agency = await create('api::agency.agency', { title: '水务局', code: 'swj', site });
  await create('api::agency.agency', { title: '教育局', code: 'jyj', site });
  const column = await create('api::column.column', { title: '要闻', slug: 'yaowen', site, columnType: 'news', description: '要闻', keywords: '要闻' });
  place = { column, agency };
  const join = async (email: string, role: string, agencyCode?: string) => {
    await ensureUser(cms.strapi, { email, name: email, password: PASSWORD, role, ...(agencyCode ? { agencyCode } : {}) });
    return signIn(cms, email);
  };
  author = await join('author@example.cn', 'author', 'swj');
  stranger = await join('stranger@example.cn', 'author', 'jyj');
  auditor = await join('auditor@example.cn', 'auditor');
});
afterAll(() => cms?.stop());

describe('a link to a preview', () => {
  test('is shown once to whoever makes it and stored as a hash alone', async () => {
    const documentId = await write();
    const { body } = await make(author, documentId, { label: '王老师', days: 3 });
    expect(body.data.url).toMatch(/^http:\/\/portal\.example\/preview\/[A-Za-z0-9_-]{43}\/$/);
    const stored = JSON.stringify(await rows('review_links', { document_id: documentId }));
    expect(stored).not.toContain(tokenOf(body.data.url));
    const listed = await author.call('GET', at(documentId));
    expect(JSON.stringify(listed.body)).not.toContain(tokenOf(body.data.url));
    expect(listed.body.data.links).toMatchObject([{ label: '王老师', kind: 'view', isOpen: true, state: '有效', openedAt: null }]);
  });

  test('says what it leads to, and that it was opened', async () => {
    const documentId = await write();
    const { token } = await share(documentId);
    expect(await open(token)).toMatchObject({ kind: 'open', link: { kind: 'view', title: '步道开放', typeLabel: '信息', agency: '水务局', by: 'author@example.cn' } });
    expect((await author.call('GET', at(documentId))).body.data.links[0].openedAt).toMatch(/^20/);
  });

  test('is not listed when it only serves the frames of the admin', async () => {
    const documentId = await write();
    await share(documentId, { kind: 'frame' });
    expect((await author.call('GET', at(documentId))).body.data.links).toEqual([]);
  });

  test('ends with its time', async () => {
    const { token } = await share(await write(), { days: 1 });
    try {
      setClock(() => new Date(Date.now() + 25 * 3600_000));
      expect(await open(token)).toEqual({ kind: 'closed', reason: 'expired' });
      for (const name of ['previewPage', 'adviseOnPreview'] as const)
        expect((await call(name, { token, ...(name === 'adviseOnPreview' ? { submission: {} } : {}) })).answer).toEqual({ kind: 'closed', reason: 'expired' });
      expect((await call('previewFile', { token, hash: '0'.repeat(32) })).status).toBe(404);
    } finally {
      setClock(() => new Date());
    }
  });

  test('ends when it is taken back, once', async () => {
    const documentId = await write();
    const { id, token } = await share(documentId);
    expect((await author.call('POST', at(documentId, `/${id}/revoke`), {})).status).toBe(200);
    expect(await open(token)).toEqual({ kind: 'closed', reason: 'revoked' });
    expect((await author.call('POST', at(documentId, `/${id}/revoke`), {})).body.error.message).toBe('这个链接已经停用或用过，请刷新列表。');
  });

  test('ends with its document, and tells no more than a made-up one', async () => {
    const documentId = await write();
    const { token } = await share(documentId);
    await documents(ARTICLE).delete({ documentId });
    expect(await open(token)).toEqual(await open('A'.repeat(43)));
  });

  test('is refused for more days than allowed, in words', async () => {
    const { status, body } = await make(author, await write(), { days: 31 });
    expect([status, body.error.message]).toEqual([400, '最多 30 天']);
  });
});

describe('who may', () => {
  test('members of other agencies neither preview nor see links, nor take one back', async () => {
    const documentId = await write();
    const { id, token } = await share(documentId);
    expect((await stranger.call('GET', at(documentId))).status).toBe(403);
    expect((await make(stranger, documentId)).status).toBe(403);
    expect((await make(stranger, documentId, { kind: 'frame' })).status).toBe(403);
    expect((await stranger.call('POST', at(documentId, `/${id}/revoke`), {})).status).toBe(403);
    expect(await open(token)).toMatchObject({ kind: 'open' });
  });

  test('a link is taken back at its own document only', async () => {
    const [mine, other] = [await write(), await write()];
    const { id, token } = await share(mine);
    expect((await author.call('POST', at(other, `/${id}/revoke`), {})).status).toBe(404);
    expect(await open(token)).toMatchObject({ kind: 'open' });
  });

  test('whoever may only read looks at the preview and shares nothing', async () => {
    const documentId = await write();
    expect((await make(auditor, documentId, { kind: 'frame' })).status).toBe(200);
    expect((await make(auditor, documentId)).status).toBe(403);
    expect((await auditor.call('GET', at(documentId))).body.data.mayShare).toBe(false);
  });

  test('nobody calls for a preview but the gateway', async () => {
    const { token } = await share(await write());
    for (const name of ['openPreview', 'previewPage', 'previewFile', 'adviseOnPreview'] as const) {
      expect([name, (await call(name, { token }, 'another-token')).status]).toEqual([name, 401]);
      expect((await fetch(cms.address + PUBLIC_CALLS[name].path, { method: 'POST' })).status).toBe(401);
    }
  });

  test('a page that cannot be drawn says why, and nothing of the draft', async () => {
    const { token } = await share(await write());
    const { answer } = await call('previewPage', { token });
    expect(answer).toMatchObject({ kind: 'trouble', message: expect.stringContaining('发布程序没有启动') });
  });

  test('a file is given out with the token of the draft that uses it alone', async () => {
    const file = await cms.strapi.db.query('plugin::upload.file').create({ data: { name: '没有.png', hash: 'none', ext: '.png', mime: 'image/png', size: 1, url: '/uploads/none.png', provider: 'local' } });
    const { token } = await share(await write({ cover: file.id }));
    expect((await call('previewFile', { token, hash: 'f'.repeat(32) })).status).toBe(404);
    expect((await call('previewFile', { token, hash: '../../cms.db' })).status).toBe(400);
  });
});

describe('advice of somebody without an account', () => {
  test('is kept with who they say they are, a version of what they saw, a remark and the audit, and ends the link', async () => {
    const documentId = await write();
    const { token } = await share(documentId, { kind: 'advice' });
    expect(await advise(token)).toMatchObject({ kind: 'taken', title: '步道开放' });
    const listed = (await author.call('GET', at(documentId))).body.data;
    expect(listed.advice).toMatchObject([{ verdict: '有修改意见', text: '第二段请再核对。', name: '江一帆', organisation: '望川大学', role: '教授', version: 2 }]);
    expect(listed.links).toMatchObject([{ state: '已收到意见', isOpen: false }]);
    const versions = (await author.call('GET', at(documentId).replace('previews', 'versions'))).body.data.versions;
    expect(versions[0]).toMatchObject({ number: 2, cause: '外部会审', note: '江一帆（望川大学 教授）：有修改意见', isDraft: true });
    expect(await rows('review_remarks', { document_id: documentId })).toMatchObject([{ guest: '江一帆（望川大学 教授）', text: expect.stringContaining('第二段请再核对。') }]);
    expect(JSON.stringify(await rows('access_audit', { action: 'preview.advice' }))).toContain('江一帆');
    expect(await open(token)).toEqual({ kind: 'closed', reason: 'used' });
    expect(await advise(token)).toEqual({ kind: 'closed', reason: 'used' });
  });

  test('is taken once of two that are sent at the same time', async () => {
    const documentId = await write();
    const { token } = await share(documentId, { kind: 'advice' });
    const digest = (await open(token)).link!.digest;
    const answers = await Promise.all([1, 2, 3].map(() => call('adviseOnPreview', { token, submission: { ...opinion, digest } })));
    expect(answers.map(({ answer }) => answer.kind).sort()).toEqual(['closed', 'closed', 'taken']);
    expect(await rows('review_advice', { document_id: documentId })).toHaveLength(1);
  });

  test('says everything that is missing at once, each at its field, and keeps the link', async () => {
    const { token } = await share(await write(), { kind: 'advice' });
    const { errors } = await advise(token, { verdict: '', name: ' ', organisation: '' });
    expect(errors).toEqual([
      { field: 'verdict', message: '请选择“同意发布”或“有修改意见”' },
      { field: 'name', message: '请填写姓名' },
      { field: 'organisation', message: '请填写单位' },
    ]);
    expect((await advise(token, { text: '' })).errors).toEqual([{ field: 'text', message: '请写下您的修改意见' }]);
    expect(await advise(token, { verdict: 'agree', text: '', role: '' })).toMatchObject({ kind: 'taken' });
  });

  test('is not taken for what was changed after they saw it', async () => {
    const documentId = await write();
    const { token } = await share(documentId, { kind: 'advice' });
    const digest = (await open(token)).link!.digest;
    await documents(ARTICLE).update({ documentId, locale: 'zh-Hans', data: { body: '<p>换了内容。</p>' } });
    expect(await advise(token, { digest })).toMatchObject({ kind: 'changed' });
    expect(await advise(token)).toMatchObject({ kind: 'taken' });
  });

  test('is not taken by a link that was made to look at', async () => {
    const { token } = await share(await write());
    expect(await advise(token)).toEqual({ kind: 'closed', reason: 'unknown' });
  });
});
