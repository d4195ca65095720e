import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { bootCms, type RunningCms } from './boot';

interface Audit {
  record(entry: object): Promise<void>;
  program<T>(name: string, work: () => Promise<T>, options?: { sum?: boolean }): Promise<T>;
}

let cms: RunningCms;
let audit: Audit;
const sql = () => cms.strapi.db.connection;
const rowsSince = async (sequence: number) => sql()('access_audit').where('sequence', '>', sequence).orderBy('sequence');
const end = async () => Number((await sql()('access_audit_head').first()).sequence);

beforeAll(async () => {
  cms = await bootCms();
  audit = cms.strapi.plugin('access').service('audit') as unknown as Audit;
});
afterAll(() => cms?.stop());

describe('a record', () => {
  test('tells who and what, and keeps only what changed', async () => {
    const start = await end();
    await audit.record({
      action: 'review.submit',
      subject: { uid: 'api::article.article', documentId: 'abc', locale: 'zh-Hans', title: '道路维修' },
      before: { state: 'drafting', holder: 1 },
      after: { state: 'reviewing', holder: 1 },
      note: '请看第二段，电话13900000000',
    });
    const [row] = await rowsSince(start);
    expect(row).toMatchObject({
      actor: 'system',
      actor_name: '平台',
      action: 'review.submit',
      subject_id: 'abc',
      subject_title: '道路维修',
      before: '{"state":"drafting"}',
      after: '{"state":"reviewing"}',
      note: '请看第二段，电话〔手机号〕',
    });
  });

  test('joins the open transaction: what is undone leaves no row', async () => {
    const start = await end();
    const undone = cms.strapi.db.transaction(async () => {
      await audit.record({ action: 'test.one' });
      await audit.record({ action: 'test.two' });
      throw new Error('undone');
    });
    await expect(undone).rejects.toThrow('undone');
    expect(await rowsSince(start)).toEqual([]);
    expect(await end()).toBe(start);
  });

  test('keeps its order when many come at once', async () => {
    const start = await end();
    await Promise.all(Array.from({ length: 20 }, (_, index) => audit.record({ action: 'test.many', note: String(index) })));
    const rows = await rowsSince(start);
    expect(rows.map(({ sequence }) => Number(sequence))).toEqual(Array.from({ length: 20 }, (_, index) => start + 1 + index));
    for (const [index, row] of rows.slice(1).entries()) expect(row.previous).toBe(rows[index].hash);
  });

  test('of a program is a sum where it asks for one', async () => {
    const start = await end();
    const work = async () => {
      for (let index = 0; index < 5; index++) await audit.record({ action: 'document.create', subject: { uid: 'api::article.article' } });
      await audit.record({ action: 'import.source', note: '信息.csv', after: { created: 5 } });
    };
    await audit.program('import', work, { sum: true });
    await expect(audit.program('import', () => Promise.reject(new Error('broken')), { sum: true })).rejects.toThrow('broken');
    const rows = await rowsSince(start);
    expect(rows.map(({ actor, action, after, note }) => [actor, action, after, note])).toEqual([
      ['program:import', 'program.begin', null, null],
      ['program:import', 'import.source', '{"created":5}', '信息.csv'],
      ['program:import', 'program.end', '{"document.create api::article.article":5}', null],
      ['program:import', 'program.begin', null, null],
      ['program:import', 'program.end', null, '中途失败'],
    ]);
  });
});

describe('the table', () => {
  test.each([
    ['changed', `update access_audit set note = 'x' where sequence = 1`],
    ['taken out', 'delete from access_audit where sequence = 1'],
    ['emptied', 'delete from access_audit'],
    ['left without its end', 'delete from access_audit_head'],
  ])('cannot be %s, not even with SQL', async (_how, statement) => {
    await audit.record({ action: 'test.row' });
    await expect(sql().raw(statement)).rejects.toThrow(/access_audit/);
  });
});
