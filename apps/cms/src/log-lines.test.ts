import { expect, test } from 'vitest';

import { createLogLines } from './log-lines';

const now = () => new Date('2026-11-26T03:15:00Z');
const write = (entry: object, id?: string) =>
  JSON.parse(createLogLines(now, () => id).transform(entry as never)[Symbol.for('message')] as string);

test('an entry is one JSON line with the names the other processes use', () => {
  expect(write({ level: 'info', message: '正在装入示例城市' })).toEqual({ level: 'info', time: '2026-11-26T03:15:00.000Z', name: 'cms', msg: '正在装入示例城市' });
});

test('a request is logged without its query, under its id', () => {
  const message = 'GET /content-manager/collection-types/admin::user?_q=%E6%AC%A7%E9%98%B3%E6%99%93%E6%A2%85 (12 ms) 200';
  expect(write({ level: 'http', message }, 'abc-12345')).toEqual({
    level: 'http', time: '2026-11-26T03:15:00.000Z', name: 'cms', requestId: 'abc-12345', method: 'GET', path: '/content-manager/collection-types/admin::user', status: 200, ms: 12, msg: 'request',
  });
});

test('an error keeps its stack and is cut where it quotes whole documents', () => {
  const line = write({ level: 'error', message: 'x'.repeat(10_000), stack: 'Error\n at here' });
  expect(line.msg).toHaveLength(4000);
  expect(line.stack).toContain('at here');
});
