import { contentSecurityPolicy, PATHS } from '@mingchuang/content';
import { expect, test } from 'vitest';

import { pageHeaders } from './page-headers.ts';

const policyOf = (type: string, path: string) => pageHeaders(type, path, true)['content-security-policy'];

test('the service worker is bound by the policy of pages, as every document and worker is; other scripts need none', () => {
  expect(policyOf('text/javascript; charset=utf-8', PATHS.worker)).toBe(contentSecurityPolicy());
  expect(policyOf('text/html; charset=utf-8', '/a/')).toBe(contentSecurityPolicy());
  expect(policyOf('text/javascript; charset=utf-8', '/_astro/worker-a.js')).toBe(contentSecurityPolicy());
  expect(policyOf('text/javascript; charset=utf-8', '/_astro/a.js')).toBeUndefined();
});
