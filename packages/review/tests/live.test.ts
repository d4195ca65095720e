import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { buildCity, type City, writeArticle } from './city.ts';
import { startCms, type TestCms } from './cms.ts';

let cms: TestCms;
let city: City;
beforeAll(async () => {
  cms = await startCms();
  city = await buildCity(cms);
});
afterAll(() => cms.stop());

const live = async (data: object = {}) => {
  const article = await writeArticle(city, data as Record<string, unknown>);
  await article.publish();
  return article;
};
/** What stands at an address of the portal. */
const addressOf = async (path: string) => cms.strapi.db.connection('feed_addresses').where({ path }).first();

describe('a forced publication', () => {
  test('needs the right and a reason, is live at once, and is marked until a second person confirms it', async () => {
    const article = await writeArticle(city);
    expect((await article.move(city.author, 'force', { reason: '泄洪通知' })).message).toBe('不能紧急发布：您没有紧急发布的权限。');
    expect((await article.move(city.signer, 'force')).body.error.details.errors).toEqual([expect.objectContaining({ path: ['reason'] })]);
    expect((await article.move(city.signer, 'force', { reason: '泄洪通知' })).status).toBe(200);
    expect(await article.published()).not.toBeNull();
    expect(await article.standing(city.secondSigner)).toMatchObject({ edition: null, forced: { by: { name: '闻笛' }, reason: '泄洪通知' }, next: 'confirm' });
    expect((await article.move(city.signer, 'confirm')).message).toContain('要由另一个人追认');
    expect((await article.move(city.author, 'confirm')).message).toBe('不能追认：要由能签发的人来做。');
    expect((await article.move(city.secondSigner, 'confirm')).status).toBe(200);
    expect((await article.standing(city.signer)).forced).toBeNull();
  });

  test('that is withdrawn does not come back without its review', async () => {
    const article = await writeArticle(city);
    await article.move(city.signer, 'force', { reason: '误判' });
    await article.move(city.secondSigner, 'withdraw', { reason: '内容未经核实' });
    expect((await article.move(city.signer, 'restore')).message).toContain('请送审');
    await article.publish({ changeKind: 'minor' });
    expect(await article.published()).not.toBeNull();
  });

  test('is live no more when what was reviewed replaces it', async () => {
    const article = await writeArticle(city);
    await article.move(city.signer, 'force', { reason: '紧急' });
    await article.save(city.author, { title: '核实后的通知' });
    await article.publish({ changeKind: 'major', changeNote: '按核实的情况改写。' });
    expect((await article.standing(city.secondSigner)).forced).toBeNull();
  });
});

describe('a live page', () => {
  test('is withdrawn with a public reason, which its address tells, and restored as it was', async () => {
    const article = await live();
    const { path } = (await article.published())!;
    expect((await article.move(city.author, 'withdraw', { reason: '不行' })).message).toBe('不能撤下：您没有撤下和恢复的权限。');
    expect((await article.move(city.signer, 'withdraw')).body.error.details.errors[0].path).toEqual(['reason']);
    expect((await article.move(city.signer, 'withdraw', { reason: '数据有误，核实后重新发布' })).status).toBe(200);
    expect(await article.published()).toBeNull();
    expect(await addressOf(path!)).toMatchObject({ state: 'withdrawn', reason: '数据有误，核实后重新发布' });
    expect(await article.standing(city.signer)).toMatchObject({
      edition: null, published: { live: false }, withdrawn: { reason: '数据有误，核实后重新发布', by: { name: '闻笛' } },
    });
    expect((await article.move(city.reviewer, 'restore')).status).toBe(200);
    expect((await article.published())!.path).toBe(path);
    expect(await addressOf(path!)).toMatchObject({ state: 'live' });
    expect((await article.standing(city.signer)).withdrawn).toBeNull();
  });

  test('that was changed after it was withdrawn is reviewed again', async () => {
    const article = await live();
    await article.move(city.signer, 'withdraw', { reason: '数据有误' });
    await article.save(city.author, { title: '更正后的消息' });
    expect((await article.move(city.signer, 'restore')).message).toContain('请送审，通过后就会重新上线');
    await article.publish({ changeKind: 'major', changeNote: '更正里程数。' });
    expect(await article.published()).toMatchObject({ title: '更正后的消息', changeNotes: [{ note: '更正里程数。' }] });
    expect((await article.standing(city.signer)).withdrawn).toBeNull();
  });

  test('moves to another column with a redirect from its old address, its time unchanged', async () => {
    const article = await live();
    const { path, firstPublishedAt } = (await article.published())!;
    expect((await article.move(city.signer, 'move', { to: 'nowhere' })).body.error.details.errors[0].path).toEqual(['to']);
    expect((await article.move(city.signer, 'move', { to: city.notices })).status).toBe(200);
    const moved = (await article.published())!;
    expect(moved).toMatchObject({ path: path!.replace('/yaowen/', '/gonggao/'), firstPublishedAt });
    expect(await addressOf(path!)).toMatchObject({ state: 'moved', to: moved.path });
    expect((await article.standing(city.author)).edition).toBeNull();
    await article.save(city.author, { title: '又改了' });
    expect((await article.move(city.signer, 'move', { to: city.news })).message).toContain('有一稿改动还没有发布');
  });

  test('tells what was changed, the newest first, and never changes its time', async () => {
    const article = await live();
    const { firstPublishedAt, publishedOn } = (await article.published())!;
    for (const note of ['新增末班车时间。', '更正票价。']) {
      await article.save(city.author, { title: `公交线路：${note}` });
      await article.publish({ changeKind: 'major', changeNote: note });
    }
    expect(await article.published()).toMatchObject({
      firstPublishedAt, publishedOn, changeNotes: [{ note: '更正票价。' }, { note: '新增末班车时间。' }],
    });
  });

  test('keeps to itself what editors send as its public notes', async () => {
    const article = await live();
    await article.save(city.author, { title: '换了标题', changeNotes: [{ on: '2001-01-01', note: '假的' }], withdrawalReason: '假的' });
    expect(await article.draft()).toMatchObject({ title: '换了标题', changeNotes: null, withdrawalReason: null });
  });

  test('gives up a change: the draft is again what visitors see', async () => {
    const article = await live();
    await article.save(city.author, { title: '写坏了' });
    expect((await article.move(city.author, 'discard')).status).toBe(200);
    expect((await article.draft())!.title).toBe('我市新增三条公交线路');
    expect((await article.standing(city.author)).edition).toBeNull();
  });
});
