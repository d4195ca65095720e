import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { askAddress } from './ask-address.ts';
import { isPublicAddress } from './public-address.ts';

let web: Server;
let asked: string[] = [];
const at = (path: string, host = '127.0.0.1') => `http://${host}:${(web.address() as AddressInfo).port}${path}`;
const ours = { allows: (host: string) => host === '127.0.0.1', patience: 500 };

beforeAll(async () => {
  web = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    const [, what] = request.url!.split('/');
    if (what === 'slow') return;
    if (what === 'no-head' && request.method === 'HEAD') return void response.writeHead(405).end();
    if (what === 'away') return void response.writeHead(302, { location: at('/there', 'localhost') }).end();
    if (what === 'round') return void response.writeHead(301, { location: '/round' }).end();
    if (what === 'moved') return void response.writeHead(301, { location: '/there' }).end();
    response.writeHead(Number(what) || 200).end();
  });
  await new Promise<void>((ready) => web.listen(0, '127.0.0.1', () => ready()));
});
afterAll(() => {
  web.closeAllConnections();
  web.close();
});

describe('askAddress', () => {
  test.each([
    ['/there', { kind: 'ok' }],
    ['/moved', { kind: 'ok' }],
    ['/no-head', { kind: 'ok' }],
    ['/403', { kind: 'ok' }],
    ['/404', { kind: 'gone', reason: '对方说没有这个网页（404）' }],
    ['/410', { kind: 'gone', reason: '对方说没有这个网页（410）' }],
    ['/503', { kind: 'trouble', reason: '对方的服务器出错（503）' }],
    ['/slow', { kind: 'trouble', reason: '很久没有回应' }],
    ['/round', { kind: 'trouble', reason: '转来转去没有尽头' }],
  ])('says of %s what it is', async (path, answer) => {
    expect(await askAddress(at(path), ours)).toEqual(answer);
  });

  test('never connects to a private network, by name, number, or redirect', async () => {
    asked = [];
    for (const host of ['127.0.0.1', 'localhost', '2130706433', '0x7f.1', '[::1]', '[::ffff:127.0.0.1]'])
      expect(await askAddress(at('/there', host), { patience: 500 }), host).toEqual({ kind: 'private' });
    expect(asked).toEqual([]);
    expect(await askAddress(at('/away'), ours)).toEqual({ kind: 'private' });
    expect(asked).toEqual(['HEAD /away']);
  });

  test('says that nobody is there', async () => {
    expect(await askAddress('http://127.0.0.1:9/', ours)).toEqual({ kind: 'trouble', reason: '对方拒绝连接' });
    expect(await askAddress('https://', ours)).toEqual({ kind: 'gone', reason: '网址的写法不对' });
  });
});

test.each([
  ['8.8.8.8', true],
  ['2400:3200::1', true],
  ['10.1.2.3', false],
  ['172.31.255.255', false],
  ['172.32.0.1', true],
  ['169.254.169.254', false],
  ['100.64.0.1', false],
  ['fd00::1', false],
  ['::ffff:10.0.0.1', false],
  ['::ffff:a00:1', false],
  ['64:ff9b::7f00:1', false],
  ['::ffff:8.8.8.8', true],
])('%s is public: %s', (address, isPublic) => {
  expect(isPublicAddress(address)).toBe(isPublic);
});
