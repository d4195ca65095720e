import { afterEach, expect, test, vi } from 'vitest';

import type { SearchAnswer } from '../engine/protocol.ts';
import { askServer } from './ask-server.ts';

const answer = (total: number) => ({ total }) as SearchAnswer;
const own = async () => answer(1);
const serving = (reply: () => Promise<Response>) => {
  const asked = vi.fn(async (..._: Parameters<typeof fetch>) => reply());
  vi.stubGlobal('fetch', asked);
  return asked;
};
afterEach(() => vi.unstubAllGlobals());

test('the server is asked by a form, so that no address holds what was typed', async () => {
  const asked = serving(async () => Response.json(answer(7)));
  expect(await askServer('/search/answer/', own)({ query: '停水', limit: 10 })).toEqual({ total: 7 });
  const [address, { method, body } = {}] = asked.mock.calls[0]!;
  expect([address, method, JSON.parse((body as URLSearchParams).get('request')!)]).toEqual(['/search/answer/', 'POST', { query: '停水', limit: 10 }]);
});

test.each([
  ['is not there', async () => new Response('', { status: 404 })],
  ['has no database', async () => new Response('{}', { status: 503 })],
  ['cannot be reached', async () => Promise.reject(new TypeError('Failed to fetch'))],
])('when the server %s the browser searches by itself', async (_, reply) => {
  serving(reply);
  expect(await askServer('/search/answer/', own)({ query: '停水' })).toEqual({ total: 1 });
});

test('several sites are searched by the browser', async () => {
  const asked = serving(async () => Response.json(answer(7)));
  expect(await askServer('/search/answer/', own)({ query: '停水', everywhere: true })).toEqual({ total: 1 });
  expect(asked).not.toHaveBeenCalled();
});
