import { createHmac } from 'node:crypto';

import { expect, test } from 'vitest';

import { sendDispatch, sendNudge } from './nudge.ts';

interface Call {
  url: string;
  method: string;
  headers: Record<string, string>;
  body: string;
}

function recorder(status: number) {
  const calls: Call[] = [];
  const fetch = (async (url: string, { method, headers, body }: Call) => {
    calls.push({ url, method, headers, body });
    return new Response(null, { status });
  }) as unknown as typeof globalThis.fetch;
  return { calls, fetch };
}

test('a nudge is signed over its exact bytes', async () => {
  const { calls, fetch } = recorder(202);
  await sendNudge(
    { publisherUrl: 'http://publisher', nudgeSecret: 'secret', fetch },
    { epoch: 'e', sequence: 7, sentAt: '2026-11-09T06:03:22.000Z' },
  );
  const [{ url, method, headers, body }] = calls as [Call];
  expect([url, method]).toEqual(['http://publisher/nudge', 'POST']);
  expect(headers['x-mingchuang-signature']).toBe(`sha256=${createHmac('sha256', 'secret').update(body).digest('hex')}`);
  expect(JSON.parse(body)).toEqual({ epoch: 'e', sequence: 7, sentAt: '2026-11-09T06:03:22.000Z' });
});

test('a nudge that is not accepted failed', async () => {
  const { fetch } = recorder(503);
  await expect(
    sendNudge({ publisherUrl: 'http://publisher', nudgeSecret: 's', fetch }, { epoch: 'e', sequence: 1, sentAt: '' }),
  ).rejects.toThrow('503');
});

test('a dispatch names event and sequence, and says no more', async () => {
  const { calls, fetch } = recorder(204);
  await sendDispatch({ repository: 'city/portal', token: 't', fetch }, { epoch: 'e', sequence: 7 });
  expect(calls).toMatchObject([
    { url: 'https://api.github.com/repos/city/portal/dispatches', headers: { authorization: 'Bearer t' } },
  ]);
  expect(JSON.parse(calls[0]!.body)).toEqual({
    event_type: 'content-published',
    client_payload: { epoch: 'e', sequence: 7 },
  });
});
