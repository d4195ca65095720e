import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { SITE, startGateway, type TestGateway } from '../../tests/start-gateway.ts';
import { GatewayError } from '../errors.ts';
import { isInternal, networkOf, visitorOf } from './addresses.ts';
import { describeError } from './log.ts';

let site: TestGateway;
beforeAll(async () => {
  site = await startGateway({ trustProxy: ['loopback'] });
  site.maker.release({ content: SITE });
  await site.gateway.follower.check();
});
afterAll(() => site.stop());

describe('metrics', () => {
  test('count requests by kind of answer, under the names of OpenTelemetry', async () => {
    await site.get('/');
    await site.get('/elder/');
    await site.get('/nothing/');
    const { text, headers } = await site.get('/metrics');
    expect(headers['content-type']).toBe('text/plain; version=0.0.4; charset=utf-8');
    expect(text).toContain('http_server_request_duration_seconds_count{http_request_method="GET",http_route="page",http_response_status_code="200"} 1');
    expect(text).toContain('http_route="elderly page",http_response_status_code="200",le="+Inf"} 1');
    expect(text).toContain('http_route="none",http_response_status_code="404"');
    expect(text).toContain('mingchuang_release_loaded{site="main"} 1');
    expect(text).toMatch(/^http_server_active_requests 1$/m);
    for (const line of text.trimEnd().split('\n')) expect(line).toMatch(/^(# (HELP|TYPE) \w+ .+|\w+(\{[^}]*\})? -?[\d.e+-]+)$/);
  });

  test('are not for visitors', async () => {
    expect((await site.get('/metrics', { 'x-forwarded-for': '203.0.113.9' })).status).toBe(404);
    expect((await site.get('/metrics', { 'x-forwarded-for': '10.1.2.3' })).status).toBe(200);
  });
});

describe('the log', () => {
  test('has a line for each request, with its id and the network of the visitor only', async () => {
    await site.get('/nothing/?q=secret', { 'x-forwarded-for': '203.0.113.77' });
    const line = JSON.parse(site.lines.findLast((one) => one.includes('"msg":"request"'))!) as Record<string, unknown>;
    expect(line).toMatchObject({ level: 'info', method: 'GET', path: '/nothing/', status: 404, network: '203.0.113.0/24' });
    expect(line.reqId).toMatch(/^[0-9a-f-]{36}$/);
    expect(site.lines.join('')).not.toMatch(/secret|203\.0\.113\.77/);
  });

  test('does not quote foreign errors, which may hold what a citizen wrote', () => {
    const error = describeError(new GatewayError('Object x cannot be read', { cause: new TypeError('李望 13800000000 is not a function') }));
    expect(error).toMatchObject({ kind: 'GatewayError', message: 'Object x cannot be read', cause: { kind: 'TypeError', at: expect.any(Array) } });
    expect(JSON.stringify(error)).not.toContain('李望');
  });
});

describe('addresses', () => {
  test.each([
    ['203.0.113.77', '203.0.113.0/24', '203.0.113.77', false],
    ['::ffff:203.0.113.77', '203.0.113.0/24', '203.0.113.77', false],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1::/48', '2001:db8:1:2', false],
    ['2001:db8::1', '2001:db8:0::/48', '2001:db8:0:0', false],
    ['::1', '0:0:0::/48', '0:0:0:0', true],
    ['127.0.0.1', '127.0.0.0/24', '127.0.0.1', true],
    ['172.20.0.1', '172.20.0.0/24', '172.20.0.1', true],
    ['172.32.0.1', '172.32.0.0/24', '172.32.0.1', false],
    ['nonsense', 'unknown', 'nonsense', false],
  ])('%s is logged as %s', (address, network, visitor, internal) => {
    expect([networkOf(address), visitorOf(address), isInternal(address)]).toEqual([network, visitor, internal]);
  });
});
