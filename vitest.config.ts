import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

const long = process.env.TEST_LONG === '1';
const exclude = ['**/node_modules/**', '**/dist*/**', '**/e2e/**', ...(long ? [] : ['**/*.long.test.ts'])];

/** Suites that boot the CMS, and those of the search on the server: on PostgreSQL, which cities use. */
const bootsCms = ['scripts/tests/restore.test.ts', 'packages/*/tests/**/*.test.ts', 'apps/cms/tests/**/*.test.ts', 'apps/{gateway,publisher}/tests/**/*.postgres.test.ts'];

/** Suites of what computes and keeps nothing: no processes, no servers. */
const pure = ['packages/*/{src,server,admin,examples}/**/*.test.ts', 'apps/{cms,portal}/src/**/*.test.ts'];

/** Those through which the database shows (locks, transactions, triggers, order of commits): on SQLite too. The long run has the others there. */
const showsDatabase = [
  'packages/feed/tests/**/*.test.ts',
  'packages/cases/tests/letter.test.ts',
  'packages/review/tests/schedule.test.ts',
  'apps/cms/tests/{audit-chain,earlier,role-upgrade}.test.ts',
];

/** Short to read and long to run: left to the end, one of them would hold up the run alone. */
const LONGEST = ['/isolation', '/kill', '/property', '/demo', '/role-upgrade', '/restore', '/two-processes', '/replay', '/publish-static'];

class LongestFirst extends BaseSequencer {
  /** Files of a project stay together: they share its threads. */
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const isLong = ({ moduleId }: TestSpecification) => LONGEST.some((name) => moduleId.includes(`${name}.`));
    const sorted = await super.sort(files);
    return [...new Set(sorted.map(({ project }) => project))].flatMap((project) => {
      const own = sorted.filter((file) => file.project === project);
      return [...own.filter(isLong), ...own.filter((file) => !isLong(file))];
    });
  }
}

const project = (name: string, settings: object) => ({ extends: true as const, test: { name, exclude, ...settings } });
const onSqlite = { env: { DATABASE_URL: '' } };
/** Files that boot the CMS share a thread: loading Strapi's three thousand modules, and running them cold, costs more than a boot. A thread for each of the pure costs more than they do. */
const inOneThread = { isolate: false, setupFiles: 'scripts/first-start/fresh-thread.mjs' };
const ordinary = [
  project('plain', { ...onSqlite, include: ['**/*.test.ts'], exclude: [...exclude, ...bootsCms, ...pure] }),
  project('pure', { ...onSqlite, ...inOneThread, include: pure }),
  project('sqlite', { ...onSqlite, ...inOneThread, include: showsDatabase, exclude: [...exclude, '**/*.postgres.test.ts'] }),
  project('postgres', {
    ...inOneThread,
    include: bootsCms,
    globalSetup: 'scripts/first-start/postgres-server.mjs',
    setupFiles: [inOneThread.setupFiles, 'scripts/first-start/postgres-database.mjs'],
  }),
];

export default defineConfig({
  test: {
    testTimeout: long ? 600_000 : 60_000,
    hookTimeout: 120_000,
    // Strapi lives once in a process and clears listeners when it ends.
    pool: 'threads',
    maxWorkers: 2,
    sequence: { sequencer: LongestFirst },
    projects: long
      ? [project('sqlite', { ...onSqlite, ...inOneThread, include: ['**/*.long.test.ts', ...bootsCms], exclude: [...exclude, ...showsDatabase, '**/*.postgres.test.ts'] })]
      : ordinary,
  },
});
