import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';

import { buildCity, type City, writeArticle } from './city.ts';
import { startCms, type TestCms } from './cms.ts';

let cms: TestCms;
let city: City;
let offset = 0;
beforeAll(async () => {
  cms = await startCms();
  (cms.strapi.plugin('review').service('editions') as unknown as { setClock(now: () => Date): void }).setClock(() => new Date(Date.now() + offset));
  city = await buildCity(cms);
});
afterAll(() => cms.stop());
afterEach(() => {
  offset = 0;
});

const MINUTE = 60_000;
/** A whole minute, some minutes from now. */
const inMinutes = (minutes: number) => new Date(Math.ceil((Date.now() + minutes * MINUTE) / MINUTE) * MINUTE).toISOString();
const signed = async (more: object) => {
  const article = await writeArticle(city);
  await article.publish(more);
  return article;
};
const until = (check: () => Promise<unknown>) => expect.poll(check, { timeout: 15_000, interval: 200 });

describe('a planned publication', () => {
  test('waits for its minute and is live then', async () => {
    const at = inMinutes(30);
    const article = await signed({ at });
    expect(await article.published()).toBeNull();
    expect(await article.standing(city.author)).toMatchObject({ edition: { state: 'scheduled', publishAt: at } });
    offset = 32 * MINUTE;
    await until(async () => (await article.published())?.title).toBe('我市新增三条公交线路');
    expect(await cms.strapi.db.connection('review_schedule').where({ state: 'done' }).count({ count: '*' }).first()).toEqual({ count: expect.anything() });
  });

  test('is refused in the past, without a whole minute or far away', async () => {
    const article = await writeArticle(city);
    const refusal = async (at: string) => (await article.move(city.author, 'submit', { at })).message;
    expect(await refusal(new Date(Date.now() - 5 * MINUTE).toISOString().replace(/:\d\d\.\d+Z/, ':00Z'))).toContain('已经过了');
    expect(await refusal('2099-01-01T00:00:00+08:00')).toContain('一年以后');
    expect(await refusal(inMinutes(5).replace(':00.000Z', ':30.000Z'))).toContain('精确到分钟');
    expect(await refusal('明天')).toContain('带时区');
  });

  test('gets another time, is taken back to be signed anew, or goes live at once', async () => {
    const article = await signed({ at: inMinutes(30) });
    expect((await article.move(city.author, 'schedule', { at: inMinutes(60) })).message).toContain('要由能签发的人来做');
    const later = inMinutes(60);
    expect((await article.move(city.signer, 'schedule', { at: later })).status).toBe(200);
    expect((await article.standing(city.author)).edition.publishAt).toBe(later);
    expect((await article.move(city.secondSigner, 'unschedule')).status).toBe(200);
    expect(await article.standing(city.signer)).toMatchObject({ edition: { state: 'reviewing', publishAt: null }, stages: [{ state: 'done' }, { state: 'done' }, { state: 'current', approvals: [] }] });
    offset = 90 * MINUTE;
    await new Promise((later2) => setTimeout(later2, 1500));
    expect(await article.published()).toBeNull();
    offset = 0;
    await article.move(city.signer, 'approve', { at: inMinutes(30) });
    expect((await article.move(city.secondSigner, 'publish')).status).toBe(200);
    expect(await article.published()).not.toBeNull();
  });

  test('goes back to its people when the document became invalid, and they are told', async () => {
    const publishedOn = new Date(Date.now() + 9 * 86_400_000).toISOString().slice(0, 10);
    const article = await writeArticle(city, { publishedOn });
    await article.publish({ at: inMinutes(10) });
    offset = 12 * MINUTE;
    await until(async () => (await article.standing(city.author)).edition?.state).toBe('returned');
    expect((await article.standing(city.author)).edition.returned.text).toContain(`“发布日期”写的是 ${publishedOn}，还没有到`);
    expect(await article.published()).toBeNull();
    const told = await cms.strapi.db.connection('review_notices').where({ kind: 'publish-failed', document_id: article.documentId });
    expect(told).toHaveLength(1);
  });

  test('begins its review again when its text was changed past everybody', async () => {
    const article = await signed({ at: inMinutes(10) });
    await cms.strapi.db.connection('articles').where({ document_id: article.documentId }).update({ title: '暗中改了' });
    offset = 12 * MINUTE;
    await until(async () => (await article.standing(city.author)).edition).toMatchObject({ state: 'reviewing', round: 2 });
    expect(await article.published()).toBeNull();
  });

  test('is not carried out for a text that was changed in the meantime', async () => {
    const article = await signed({ at: inMinutes(10) });
    await article.save(city.author, { title: '临时改了' });
    expect(await article.standing(city.author)).toMatchObject({ edition: { state: 'reviewing', round: 2 } });
    offset = 12 * MINUTE;
    await new Promise((later) => setTimeout(later, 1500));
    expect(await article.published()).toBeNull();
  });
});

describe('a planned withdrawal', () => {
  test('happens at its time, or is cancelled', async () => {
    const article = await writeArticle(city);
    await article.publish();
    const at = inMinutes(20);
    await article.move(city.signer, 'withdraw', { reason: '公示期满', at });
    expect(await article.standing(city.author)).toMatchObject({ published: { live: true }, withdrawalAt: at });
    expect((await article.move(city.signer, 'cancel-withdrawal')).status).toBe(200);
    expect((await article.standing(city.author)).withdrawalAt).toBeNull();
    await article.move(city.signer, 'withdraw', { reason: '公示期满', at });
    offset = 22 * MINUTE;
    await until(() => article.published()).toBeNull();
    expect((await article.standing(city.author)).withdrawn).toMatchObject({ reason: '公示期满' });
  });
});

describe('times that were missed', () => {
  test('are caught up once, however many look for them', async () => {
    const { runDue } = cms.strapi.plugin('review').service('schedule') as unknown as { runDue(): Promise<number> };
    const articles = [await signed({ at: inMinutes(5) }), await signed({ at: inMinutes(6) })];
    const publications = () => cms.strapi.db.connection('feed_changes').where({ kind: 'upsert', type: 'article' }).whereIn('document_id', articles.map(({ documentId }) => documentId));
    expect(await publications()).toHaveLength(0);
    offset = 3 * 24 * 60 * MINUTE;
    await Promise.all([runDue(), runDue(), runDue()]);
    expect(await publications()).toHaveLength(2);
    await runDue();
    expect(await publications()).toHaveLength(2);
  });
});

describe('a review', () => {
  test('that falls due is told of once, to those who can act', async () => {
    const { tellOfDue } = cms.strapi.plugin('review').service('schedule') as unknown as { tellOfDue(since: Date): Promise<void> };
    const article = await writeArticle(city);
    await article.move(city.author, 'submit');
    const due = Date.parse((await article.standing(city.author)).due.at);
    const told = async (kind: string) => {
      const notices = await cms.strapi.db.connection('review_notices').where({ kind, document_id: article.documentId });
      const readers = await cms.strapi.db.connection('review_notice_readers').whereIn('notice_id', notices.map(({ id }: { id: number }) => id)).pluck('user_id');
      return [notices.length, readers.map(Number).sort()];
    };
    const reviewers = [city.reviewer.id, city.secondReviewer.id].sort();
    for (const [kind, at] of [['due-soon', due - 14 * 60 * MINUTE], ['overdue', due + MINUTE]] as const) {
      offset = at - Date.now();
      for (let time = 0; time < 2; time++) await tellOfDue(new Date(at - 2 * 60 * MINUTE));
      expect(await told(kind)).toEqual([1, reviewers]);
    }
    expect(await article.standing(city.author)).toMatchObject({ due: { isOverdue: true } });
  });
});
