import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';

import { readEnvironment } from './environment.ts';

const right = {
  DATA_DIR: '/data',
  CMS_URL: 'http://127.0.0.1:1337',
  GATEWAY_TOKEN: 'token',
  RELEASE_PUBLIC_KEY_FILE: '/data/secrets/release.pub',
  RENDERER_DIR: '/renderer',
  CASE_QUEUE_KEY: randomBytes(32).toString('base64'),
};

test('the least that is needed gives loopback, port 8080 and no trusted proxy', () => {
  expect(readEnvironment(right)).toMatchObject({ host: 'localhost', port: 8080, dataDir: '/data', trustProxy: false });
});

test('everything that is missing is named at once, each with its remedy', () => {
  let message = '';
  try {
    readEnvironment({});
  } catch (error) {
    ({ message } = error as Error);
  }
  for (const name of Object.keys(right)) expect(message).toContain(`缺少环境变量 ${name}：请`);
});

test.each([
  ['PORT', '80a', '环境变量 PORT 不对'],
  ['CMS_URL', 'localhost:1337', '环境变量 CMS_URL 不对'],
  ['CASE_QUEUE_KEY', 'c2hvcnQ=', '应为 32 字节，现在是 5 字节'],
  ['TRUST_PROXY', '2', '环境变量 TRUST_PROXY 不对'],
  ['TRUST_PROXY', 'proxy.example', '环境变量 TRUST_PROXY 不对'],
])('%s=%s is refused', (name, value, message) => {
  expect(() => readEnvironment({ ...right, [name]: value })).toThrow(message);
});

test.each([
  ['true', ['loopback', 'uniquelocal']],
  ['10.0.0.1, 192.168.0.0/16,::1', ['10.0.0.1', '192.168.0.0/16', '::1']],
  ['false', false],
])('TRUST_PROXY=%s is understood', (value, trusted) => {
  expect(readEnvironment({ ...right, TRUST_PROXY: value }).trustProxy).toEqual(trusted);
});
