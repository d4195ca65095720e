import { pino } from 'pino';
import { describe, expect, test } from 'vitest';

import type { PreviewLink, PreviewPageAnswer, Renderer } from '@mingchuang/content';

import type { Cms } from '../cases/cms.ts';
import { loggablePath } from '../operations/log.ts';
import type { Answer, Visit } from '../pages/answer.ts';
import type { PageDrawer } from '../pages/draw-page.ts';
import { readPreviewAddress } from './preview-address.ts';
import { createPreviews } from './previews.ts';

const TOKEN = 'T'.repeat(43);
const link: PreviewLink = { kind: 'view', title: '题目', typeLabel: '信息', by: '文澜', expiresAt: '2026-12-03T00:00:00.000Z', origin: 'https://admin.example', digest: 'd' };
const HTML = '<!doctype html><html data-mode="standard"><body class="x"><a class="skip" href="#main">跳</a><a href="/elder/a/">长者版</a><a data-to="standard" href="/a/">标准版</a><a href="../b/">乙</a><img src="/media/ff/t.png" srcset="/media/ff/1.avif 1w, /media/ff/2.avif 2w"><form action="../letters/"></form></body></html>';
const page: PreviewPageAnswer = { kind: 'page', link, path: '/a/', status: 200, type: 'text/html; charset=utf-8', body: HTML };

const drawn = (template: string) => ({ status: 200, type: 'text/html', body: template });
const renderer = { draw: async ({ template }: { template: string }) => drawn(`<div>${template}</div>`) } as unknown as Renderer;
const drawer = { draw: async (template: string) => template, drawNotice: async () => '' } as unknown as PageDrawer;
const visit = (path: string, form: Record<string, string> = {}): Visit => ({
  view: { path, elderly: false, traditional: false, site: undefined, now: 0 },
  query: new URLSearchParams(),
  form,
  headers: {},
  host: 'portal',
  visitor: '192.0.2.1',
});
/** Previews over a CMS that gives one answer to everything. */
function previews(answer: unknown) {
  const say = async () => ({ kind: 'ok', answer });
  const cms = { openPreview: say, previewPage: say, adviseOnPreview: say, previewFile: async () => undefined } as unknown as Cms;
  return createPreviews({ cms, drawer, renderer, strips: { stripOf: async () => undefined }, log: pino({ enabled: false }) });
}
const show = (answer: unknown, rest: string) => previews(answer).show(visit(`/preview/${TOKEN}/${rest}`));
const titleOf = (answer: Answer) => (answer.kind === 'notice' ? [answer.notice.status, answer.notice.title] : answer.kind);

describe('readPreviewAddress', () => {
  test.each([
    ['', { kind: 'reception', token: TOKEN }],
    ['document/', { kind: 'document', token: TOKEN, elderly: false, traditional: false }],
    ['document/elder/', { kind: 'document', token: TOKEN, elderly: true, traditional: false }],
    ['page/', { kind: 'page', token: TOKEN, path: '/', elderly: false, traditional: false }],
    ['page/elder/hant/a/b/', { kind: 'page', token: TOKEN, path: '/a/b/', elderly: true, traditional: true }],
    ['page/media/ff/t.png', { kind: 'page', token: TOKEN, path: '/media/ff/t.png', elderly: false, traditional: false }],
    ['other/', undefined],
  ])('reads %j', (rest, address) => expect(readPreviewAddress(`/preview/${TOKEN}/${rest}`)).toEqual(address));

  test.each(['', 'short/', `${TOKEN}x/`, `${TOKEN.slice(1)}!/`])('takes %j for no token', (rest) => expect(readPreviewAddress(`/preview/${rest}`)).toBeUndefined());
});

describe('a previewed page', () => {
  test('keeps links from the root in the preview, and is nothing else but under its strip', async () => {
    const answer = await show(page, 'page/a/');
    const base = `/preview/${TOKEN}/page`;
    expect(answer).toMatchObject({ kind: 'document', status: 200, headers: {} });
    expect((answer as { body: string }).body).toBe(
      `<!doctype html><html data-mode="standard"><body class="x"><a class="skip" href="#main">跳</a><!--preview--><div>PreviewStrip</div><!--/preview--><a href="${base}/elder/a/">长者版</a><a data-to="standard" href="${base}/a/">标准版</a><a href="../b/">乙</a><img src="${base}/media/ff/t.png" srcset="${base}/media/ff/1.avif 1w, ${base}/media/ff/2.avif 2w"><form action="../letters/"></form></body></html>`,
    );
  });

  test('is framed by the admin alone, and only where the admin asked for it', async () => {
    const framed = await show({ ...page, link: { ...link, kind: 'frame' } }, 'page/a/');
    expect((framed as { headers: Record<string, string> }).headers['content-security-policy']).toMatch(/frame-ancestors https:\/\/admin\.example$/);
    expect((await show(page, 'page/a/') as { headers: object }).headers).toEqual({});
  });

  test('of the document itself is gone on to where it will be, in its mode', async () => {
    expect(await show(page, 'document/elder/')).toEqual({ kind: 'see-other', path: `/preview/${TOKEN}/page/elder/a/` });
  });

  test.each([
    ['expired', [410, '这个预览链接已经过期']],
    ['revoked', [410, '这个预览链接已经停用']],
    ['used', [410, '您的意见已经收到']],
    ['unknown', [404, '这个预览链接打不开']],
  ])('of a link that is %s gives way to the reason', async (reason, title) => {
    for (const rest of ['', 'document/', 'page/a/']) expect(titleOf(await show({ kind: 'closed', reason }, rest))).toEqual(title);
  });

  test('that cannot be drawn says what to do', async () => {
    const answer = await show({ kind: 'trouble', link, message: '请先填好“标题”。' }, 'page/a/');
    expect(answer).toMatchObject({ kind: 'notice', notice: { status: 422, message: '请先填好“标题”。' } });
  });
});

test('whoever tries tokens one after the other is stopped', async () => {
  const wrong = previews({ kind: 'closed', reason: 'unknown' });
  for (let time = 0; time < 60; time++) await wrong.show(visit(`/preview/${TOKEN}/`));
  expect(titleOf(await wrong.show(visit(`/preview/${TOKEN}/`)))).toEqual([429, '提交得太频繁了']);
});

test('a form with something missing comes back filled, with every error', async () => {
  const errors = [{ field: 'name', message: '请填写姓名' }];
  expect(await previews({ kind: 'errors', link, errors }).take(visit(`/preview/${TOKEN}/`, { text: '甲' }))).toMatchObject({ kind: 'page', status: 422 });
});

test('a token is not logged', () => {
  expect(loggablePath(`/elder/preview/${TOKEN}/`)).toBe('/elder/preview/(token)/');
  expect(loggablePath(`/preview/${TOKEN}/page/a/`)).toBe('/preview/(token)/');
});
