import { afterEach, expect, test, vi } from 'vitest';

import { loadSettings } from '../steps/platform.mjs';

afterEach(() => vi.unstubAllEnvs());

test('a port that is set to nothing is the usual one', () => {
  vi.stubEnv('PORT', '');
  expect(loadSettings().portal).toBe('http://127.0.0.1:8080');
});

test.each(['80a', '0', '65536', '1.5'])('%j is no port, and says which setting it is', (port) => {
  vi.stubEnv('CMS_PORT', port);
  expect(() => loadSettings()).toThrow(`CMS_PORT 应是 1 到 65535 的整数，现在是 ${port}`);
});
