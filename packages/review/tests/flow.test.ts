import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { ARTICLE, buildCity, type City, writeArticle } from './city.ts';
import { startCms, type TestCms } from './cms.ts';

let cms: TestCms;
let city: City;
beforeAll(async () => {
  cms = await startCms();
  city = await buildCity(cms);
});
afterAll(() => cms.stop());

const stateOf = async (article: Awaited<ReturnType<typeof writeArticle>>) =>
  (await article.standing(city.author)).edition?.state ?? 'none';

describe('三审三校', () => {
  test('a text goes through two reviewers and a signer, and is live with the last approval', async () => {
    const article = await writeArticle(city);
    expect(await article.standing(city.author)).toMatchObject({
      edition: { state: 'drafting', contributors: [{ name: '苏禾' }] },
      next: 'submit',
      published: null,
    });
    expect((await article.move(city.author, 'submit')).status).toBe(200);
    expect(await article.standing(city.reviewer)).toMatchObject({
      edition: { state: 'reviewing' },
      next: 'approve',
      stages: [
        { name: '初审', state: 'current' },
        { name: '复审', state: 'coming' },
        { name: '签发', state: 'coming' },
      ],
    });
    expect((await article.move(city.reviewer, 'approve')).status).toBe(200);
    expect((await article.move(city.secondReviewer, 'approve')).status).toBe(200);
    expect(await article.published()).toBeNull();
    expect((await article.move(city.signer, 'approve')).status).toBe(200);
    expect(await article.published()).toMatchObject({
      title: '我市新增三条公交线路',
      path: expect.stringMatching(/^\/yaowen\//),
    });
    expect(await article.standing(city.author)).toMatchObject({ edition: null, published: { live: true }, next: null });
  });

  test('who wrote it cannot approve, nor who has approved, nor another agency, each with its reason', async () => {
    const article = await writeArticle(city, { by: city.reviewer });
    await article.move(city.reviewer, 'submit');
    expect((await article.move(city.reviewer, 'approve')).message).toBe('不能通过：您写过或改过这一稿，要由别人来审。');
    expect((await article.move(city.author, 'approve')).message).toBe('不能通过：“初审”不由您审。');
    expect((await article.move(city.stranger, 'approve')).status).toBe(403);
    expect((await article.move(city.secondReviewer, 'approve')).status).toBe(200);
    expect((await article.move(city.secondReviewer, 'approve')).message).toBe(
      '不能通过：这一轮您已经审过一次，要由另一个人来审。',
    );
  });

  test('it comes back with a remark, and goes again', async () => {
    const article = await writeArticle(city);
    await article.move(city.author, 'submit');
    expect((await article.move(city.reviewer, 'return')).body.error.details.errors[0]).toMatchObject({
      path: ['remark'],
    });
    expect((await article.move(city.reviewer, 'return', { remark: '导语太长', field: 'summary' })).status).toBe(200);
    expect(await article.standing(city.author)).toMatchObject({
      edition: { state: 'returned', returned: { by: { name: '陆一川' }, text: '导语太长' } },
      remarks: 1,
    });
    await article.publish();
    expect(await article.published()).not.toBeNull();
  });

  test('a change before the first approval goes on, a change after it begins again, and the same save is no change', async () => {
    const article = await writeArticle(city);
    await article.move(city.author, 'submit');
    await article.save(city.colleague, { title: '新增四条公交线路' });
    expect(await article.standing(city.author)).toMatchObject({
      edition: { state: 'reviewing', round: 1, contributors: [{ name: '苏禾' }, { name: '林叶' }] },
    });
    await article.move(city.reviewer, 'approve');
    await article.save(city.author, { title: '新增四条公交线路' });
    expect(await article.standing(city.author)).toMatchObject({
      edition: { round: 1 },
      stages: [{ state: 'done' }, { state: 'current' }, {}],
    });
    await article.save(city.author, { title: '新增五条公交线路' });
    expect(await article.standing(city.author)).toMatchObject({
      edition: { state: 'reviewing', round: 2 },
      stages: [{ state: 'current', approvals: [] }, {}, {}],
    });
  });

  test('a change of a live page is an edition of its own, whose readers are told what changed', async () => {
    const article = await writeArticle(city);
    await article.publish();
    const { firstPublishedAt } = (await article.published())!;
    await article.save(city.author, { title: '公交线路改期' });
    expect(await stateOf(article)).toBe('drafting');
    expect((await article.published())!.title).toBe('我市新增三条公交线路');
    expect((await article.move(city.author, 'submit')).message).toContain('请选择这次是“小改动”');
    expect((await article.move(city.author, 'submit', { changeKind: 'major' })).message).toContain('更新说明');
    await article.publish({ changeKind: 'minor' });
    expect(await article.published()).toMatchObject({ title: '公交线路改期', firstPublishedAt });
  });

  test('a change that is taken back ends the edition', async () => {
    const article = await writeArticle(city);
    await article.publish();
    await article.save(city.author, { title: '改错了' });
    await article.save(city.author, { title: '我市新增三条公交线路' });
    expect(await stateOf(article)).toBe('none');
  });
});

describe('the guard', () => {
  test('refuses every direct way to the public, also to the highest administrator', async () => {
    const article = await writeArticle(city);
    const admin = await cms.person('超级', 'strapi-super-admin');
    const manager = `/content-manager/collection-types/${ARTICLE}`;
    for (const person of [city.author, city.signer, city.administrator, admin]) {
      const { status, body } = await person.call('POST', `${manager}/${article.documentId}/actions/publish`, {});
      expect([status, body.error.message]).toEqual([400, expect.stringContaining('要审核通过才能发布')]);
      expect(
        (await person.call('POST', `${manager}/actions/bulkPublish`, { documentIds: [article.documentId] })).status,
      ).toBe(400);
    }
    expect(await article.published()).toBeNull();
  });
});
