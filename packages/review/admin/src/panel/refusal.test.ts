import { describe, expect, test } from 'vitest';

import { readReasons } from './refusal.ts';

const answer = (status: number, error: object) => ({ response: { status, data: { error } } });

describe('readReasons', () => {
  test('tells every reason with its field and remedy', () => {
    const errors = [
      { path: ['materials', '0', 'name'], message: '第 1 份材料没有名称', remedy: '写上名称' },
      { field: 'title', message: '没有标题' },
      { field: 'body', message: '正文里有一个手机号', level: 'confirm' },
    ];
    expect(readReasons(answer(400, { message: '没有送审', details: { errors } }))).toEqual([
      { field: 'materials.0.name', message: '第 1 份材料没有名称', remedy: '写上名称' },
      { field: 'title', message: '没有标题' },
      { field: 'body', message: '正文里有一个手机号', isQuestion: true },
    ]);
  });

  test('takes the message where there are no details, when it is written for people', () => {
    expect(readReasons(answer(400, { message: '已由闻笛领取' }))).toEqual([{ message: '已由闻笛领取' }]);
    expect(readReasons(answer(500, { message: 'Internal Server Error' }))).toEqual([{ message: '没有做成，请稍后再试。' }]);
  });

  test('explains a missing right and a server that does not answer', () => {
    expect(readReasons(answer(403, { message: 'Forbidden' }))[0]!.message).toContain('权限');
    expect(readReasons(new Error('Failed to fetch'))[0]!.message).toContain('连不上服务器');
  });
});
