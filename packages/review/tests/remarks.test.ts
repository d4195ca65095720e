import { afterAll, beforeAll, expect, test } from 'vitest';

import type { Remark } from '../server/src/remarks/remark.ts';
import { ARTICLE, buildCity, type City, writeArticle } from './city.ts';
import { type Person, startCms, type TestCms } from './cms.ts';

let cms: TestCms;
let city: City;
let at: string;
beforeAll(async () => {
  cms = await startCms();
  city = await buildCity(cms);
  const { documentId } = await writeArticle(city);
  at = `/review/documents/${ARTICLE}/${documentId}`;
});
afterAll(() => cms.stop());

const list = async (person: Person) =>
  (await person.call('GET', `${at}/remarks`)).body.data as { remarks: Remark[]; mayWrite: boolean };
const noticesFor = async (person: Person, kind: string) => {
  const read = await cms.strapi.db
    .connection('review_notices as notice')
    .join('review_notice_readers as reader', 'reader.notice_id', 'notice.id')
    .where({ 'reader.user_id': person.id, 'notice.kind': kind })
    .select('notice.text');
  return read.map(({ text }: { text: string }) => text);
};

test('a remark on a field mentions colleagues, who are told; the answer is told to whoever began', async () => {
  const { body } = await city.reviewer.call('POST', `${at}/remarks`, {
    text: '@苏禾 标题太长',
    field: 'title',
    mentions: [city.author.id],
  });
  const [remark] = body.data.remarks as Remark[];
  expect(remark).toMatchObject({
    field: 'title',
    author: { name: '陆一川' },
    mentions: [{ id: city.author.id, name: '苏禾' }],
    answers: [],
  });
  await city.author.call('POST', `${at}/remarks`, { text: '改短了', parent: remark!.id });
  expect((await list(city.reviewer)).remarks[0]!.answers).toMatchObject([{ text: '改短了', author: { name: '苏禾' } }]);
  expect(await noticesFor(city.author, 'mention')).toEqual([
    '陆一川 在《我市新增三条公交线路》里提到您：@苏禾 标题太长',
  ]);
  expect(await noticesFor(city.reviewer, 'answer')).toEqual(['苏禾 回复了《我市新增三条公交线路》的备注：改短了']);
  expect(await noticesFor(city.author, 'answer')).toEqual([]);
});

test('what is dealt with moves behind what is open, and comes back when it is opened again', async () => {
  await city.reviewer.call('POST', `${at}/remarks`, { text: '第二条' });
  const [second, first] = (await list(city.author)).remarks;
  expect(second!.text).toBe('第二条');
  await city.author.call('POST', `${at}/remarks/${second!.id}/settlement`, { settled: true });
  const after = (await list(city.author)).remarks;
  expect(after.map(({ id }) => id)).toEqual([first!.id, second!.id]);
  expect(after[1]!.settled).toMatchObject({ name: '苏禾' });
  await city.author.call('POST', `${at}/remarks/${second!.id}/settlement`, { settled: false });
  expect((await list(city.author)).remarks[0]).not.toHaveProperty('settled');
});

test('refuses an empty remark, strangers who are mentioned and answers to other documents, each at its field', async () => {
  const refused = async (body: object) => (await city.author.call('POST', `${at}/remarks`, body)).body.error;
  expect((await refused({ text: '　 ' })).details.errors).toMatchObject([{ path: ['text'], message: '请写备注。' }]);
  expect((await refused({ text: '看', mentions: [city.stranger.id] })).details.errors).toMatchObject([
    { path: ['mentions'] },
  ]);
  expect((await refused({ text: '看', parent: 999 })).message).toContain('已经不在了');
});

test('shows nothing of it to another agency, and lists as colleagues those who work on the document', async () => {
  for (const path of ['remarks', 'colleagues'])
    expect((await city.stranger.call('GET', `${at}/${path}`)).status).toBe(403);
  expect((await city.stranger.call('POST', `${at}/remarks`, { text: '看' })).status).toBe(403);
  const { body } = await city.author.call('GET', `${at}/colleagues`);
  const names = (body.data as { name: string }[]).map(({ name }) => name);
  expect(names).toEqual(expect.arrayContaining(['苏禾', '陆一川', '闻笛', '罗小满']));
  expect(names).not.toContain('方外');
});
