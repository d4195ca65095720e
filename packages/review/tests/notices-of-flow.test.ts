import { afterAll, beforeAll, expect, test } from 'vitest';

import { buildCity, type City, writeArticle } from './city.ts';
import { type Person, startCms, type TestCms } from './cms.ts';

let cms: TestCms;
let city: City;
beforeAll(async () => {
  cms = await startCms();
  city = await buildCity(cms);
});
afterAll(() => cms.stop());

const read = (person: Person) => person.call('POST', '/review/notices/read', { isRead: true });
const unread = async (person: Person) => (await person.call('GET', '/review/notices?unread=true')).body.data.notices as { kind: string; text: string; link: string }[];
const kindsOf = async (person: Person) => (await unread(person)).map(({ kind }) => kind);

test('what waits for somebody who is away is told to their delegate, too', async () => {
  await read(city.author);
  const from = new Date(Date.now() - 60_000).toISOString();
  const until = new Date(Date.now() + 24 * 3_600_000).toISOString();
  const added = await city.signer.call('POST', '/review/delegations', { person: city.signer.id, delegate: city.colleague.id, from, until });
  expect(added.status).toBe(200);
  expect(await unread(city.colleague)).toMatchObject([{ kind: 'absence', text: expect.stringMatching(/^闻笛请您在其不在时代理审核：\d{4}-/), link: '/plugins/review/notices/absence' }]);
  await read(city.colleague);

  const article = await writeArticle(city);
  await article.move(city.author, 'submit');
  await article.move(city.reviewer, 'approve');
  expect(await kindsOf(city.colleague)).toEqual([]);
  await article.move(city.secondReviewer, 'approve');
  expect(await kindsOf(city.colleague)).toEqual(['waiting']);
});

test('a text that is sent back, and one that goes live, are told to those who wrote it', async () => {
  for (const person of [city.author, city.reviewer]) await read(person);
  const article = await writeArticle(city);
  await article.move(city.author, 'submit');
  await article.move(city.reviewer, 'return', { remark: '标题请写全' });
  expect(await kindsOf(city.author)).toContain('returned');
  await article.publish();
  expect(await kindsOf(city.author)).toContain('published');
});
