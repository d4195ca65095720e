import { afterAll, beforeAll, expect, test } from 'vitest';

import { ARTICLE, buildCity, type City, writeArticle } from './city.ts';
import { startCms, type TestCms } from './cms.ts';

let cms: TestCms;
let city: City;
beforeAll(async () => {
  cms = await startCms({ REVIEW: 'off' });
  city = await buildCity(cms);
});
afterAll(async () => {
  await cms.stop();
  process.env.REVIEW = 'on';
});

test('with review switched off, rights alone decide who publishes and withdraws', async () => {
  const article = await writeArticle(city);
  const manager = `/content-manager/collection-types/${ARTICLE}/${article.documentId}/actions`;
  expect([403, 404]).toContain((await city.stranger.call('POST', `${manager}/publish`, {})).status);
  expect(await article.published()).toBeNull();
  expect((await city.signer.call('POST', `${manager}/publish`, {})).status).toBe(200);
  expect(await article.published()).not.toBeNull();
  expect((await city.signer.call('POST', `${manager}/unpublish`, {})).status).toBe(200);
  expect(await article.published()).toBeNull();
});

test('nobody is offered a review then, and no edition is kept', async () => {
  const article = await writeArticle(city);
  expect((await city.author.call('GET', `/review/documents/${ARTICLE}/${article.documentId}`)).status).toBe(404);
  expect((await article.move(city.author, 'submit')).status).toBe(404);
  expect(await cms.strapi.db.connection('review_editions')).toEqual([]);
});
