import { defineConfig } from 'vitest/config';

const long = process.env.TEST_LONG === '1';

export default defineConfig({
  test: {
    include: long ? ['**/*.long.test.ts'] : ['**/*.test.ts'],
    exclude: ['**/node_modules/**', '**/dist*/**', '**/e2e/**', ...(long ? [] : ['**/*.long.test.ts'])],
    testTimeout: long ? 600_000 : 60_000,
    hookTimeout: 120_000,
    // Strapi lives once in a process and clears listeners when it ends: every file gets a thread of its own.
    pool: 'threads',
    maxWorkers: 2,
  },
});
