import { defineConfig } from 'vitest/config';

const long = process.env.TEST_LONG === '1';
const exclude = ['**/node_modules/**', '**/dist*/**', '**/e2e/**', ...(long ? [] : ['**/*.long.test.ts'])];

/** Suites that boot the CMS: on PostgreSQL, which cities use. */
const bootsCms = ['scripts/tests/restore.test.ts', 'packages/*/tests/**/*.test.ts', 'apps/cms/tests/**/*.test.ts'];

/** Those through which the database shows (locks, transactions, triggers, order of commits, backups): on SQLite too. The long run has the others there. */
const showsDatabase = [
  'scripts/tests/restore.test.ts',
  'packages/feed/tests/**/*.test.ts',
  'packages/cases/tests/{boot,letter,opinion,survey}.test.ts',
  'packages/review/tests/{flow,kill,live,notices-killed,property,schedule}.test.ts',
  'apps/cms/tests/{audit-chain,cms,earlier,import-killed,role-upgrade,versions}.test.ts',
];

const project = (name: string, settings: object) => ({ extends: true as const, test: { name, exclude, ...settings } });
const onSqlite = { env: { DATABASE_URL: '' } };
const ordinary = [
  project('plain', { ...onSqlite, include: ['**/*.test.ts'], exclude: [...exclude, ...bootsCms] }),
  project('sqlite', { ...onSqlite, include: showsDatabase, exclude: [...exclude, '**/*.postgres.test.ts'] }),
  project('postgres', {
    include: bootsCms,
    globalSetup: 'scripts/first-start/postgres-server.mjs',
    setupFiles: 'scripts/first-start/postgres-database.mjs',
  }),
];

export default defineConfig({
  test: {
    testTimeout: long ? 600_000 : 60_000,
    hookTimeout: 120_000,
    // Strapi lives once in a process and clears listeners when it ends: every file gets a thread of its own.
    pool: 'threads',
    maxWorkers: 2,
    projects: long
      ? [project('sqlite', { ...onSqlite, include: ['**/*.long.test.ts', ...bootsCms], exclude: [...exclude, ...showsDatabase, '**/*.postgres.test.ts'] })]
      : ordinary,
  },
});
