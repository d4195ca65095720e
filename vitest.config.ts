import { defineConfig } from 'vitest/config';

const long = process.env.TEST_LONG === '1';
const exclude = ['**/node_modules/**', '**/dist*/**', '**/e2e/**', ...(long ? [] : ['**/*.long.test.ts'])];

/** Suites that boot the CMS run on both databases. */
const onDatabase = ['scripts/tests/restore.test.ts', 'packages/*/tests/**/*.test.ts', 'apps/cms/tests/**/*.test.ts'];

export default defineConfig({
  test: {
    testTimeout: long ? 600_000 : 60_000,
    hookTimeout: 120_000,
    // Strapi lives once in a process and clears listeners when it ends: every file gets a thread of its own.
    pool: 'threads',
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: {
          name: 'sqlite',
          include: long ? ['**/*.long.test.ts'] : ['**/*.test.ts'],
          exclude: [...exclude, '**/*.postgres.test.ts'],
          env: { DATABASE_URL: '' },
        },
      },
      ...(long
        ? []
        : [
            {
              extends: true as const,
              test: {
                name: 'postgres',
                include: [...onDatabase, '**/*.postgres.test.ts'],
                exclude,
                globalSetup: 'scripts/first-start/postgres-server.mjs',
                setupFiles: 'scripts/first-start/postgres-database.mjs',
              },
            },
          ]),
    ],
  },
});
