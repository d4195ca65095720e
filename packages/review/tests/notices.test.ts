import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import type { Notices } from '../server/src/notices/tell.ts';
import { type Person, startCms, type TestCms } from './cms.ts';

let cms: TestCms;
let notices: Notices;
let lin: Person;
let zhou: Person;

beforeAll(async () => {
  cms = await startCms();
  notices = cms.strapi.plugin('review').service('notices') as unknown as Notices;
  lin = await cms.person('林晓');
  zhou = await cms.person('周明');
});
afterAll(() => cms.stop());

const document = { uid: 'api::article.article', documentId: 'abc', locale: 'zh-Hans', title: '望川大桥十二月通车' };
const rows = () => cms.strapi.db.connection('review_notices').orderBy('id');

describe('tell', () => {
  test('writes one notice for several people, each of whom may read it alone', async () => {
    await notices.tell({ kind: 'waiting', to: [lin.id, zhou.id, lin.id], document, text: '请初审' });

    const [notice] = await rows();
    expect(notice).toMatchObject({
      kind: 'waiting',
      title: '望川大桥十二月通车',
      link: '/content-manager/collection-types/api::article.article/abc?plugins%5Bi18n%5D%5Blocale%5D=zh-Hans',
      planned_at: null,
    });
    const readers = await cms.strapi.db.connection('review_notice_readers').orderBy('user_id');
    expect(readers.map((row: { user_id: number }) => row.user_id)).toEqual([lin.id, zhou.id]);
  });

  test('says nothing when what it tells of is rolled back', async () => {
    const before = (await rows()).length;
    const failing = cms.strapi.db.transaction(async () => {
      await notices.tell({ kind: 'published', to: [lin.id], document });
      throw new Error('the move failed');
    });
    await expect(failing).rejects.toThrow('the move failed');
    expect(await rows()).toHaveLength(before);
  });

  test('tells a thing of one name once, also when two tell it at the same moment', async () => {
    const once = 'due-soon:17:2026-11-27';
    await Promise.all([1, 2, 3].map(() => notices.tell({ kind: 'due-soon', to: [lin.id], document, once })));
    expect((await rows()).filter((row: { once: string | null }) => row.once === once)).toHaveLength(1);
  });
});
