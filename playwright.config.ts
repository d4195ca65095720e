import { defineConfig } from '@playwright/test';

const executablePath = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';

const long = process.env.TEST_LONG === '1';

/** Suites of the whole platform: those about review, and those without it. Each group has one worker, and so one platform. */
const WITH_REVIEW = 'apps/gateway/e2e/{checks,first-light,reviewing}.test.ts';
const WITHOUT_REVIEW = 'apps/gateway/e2e/{preview,searching,taking-part,writing}.test.ts';

const ignored = ['**/node_modules/**', '**/dist/**'];
const ordinary = [
  { name: 'review', testMatch: `**/${WITH_REVIEW}`, workers: 1 },
  { name: 'without', testMatch: `**/${WITHOUT_REVIEW}`, workers: 1 },
  {
    name: 'others',
    testMatch: '**/e2e/**/*.test.ts',
    testIgnore: [...ignored, '**/*.long.test.ts', `**/${WITH_REVIEW}`, `**/${WITHOUT_REVIEW}`],
    // Opening a window takes half a second; cookies and storage are cleared between tests all the same.
    use: { reuseContext: true },
  },
];

export default defineConfig({
  testIgnore: ignored,
  projects: long ? [{ name: 'long', testMatch: '**/e2e/**/*.long.test.ts' }] : ordinary,
  outputDir: 'test-results',
  snapshotPathTemplate: 'docs/screenshots/{arg}{ext}',
  workers: 2,
  fullyParallel: false,
  timeout: 60_000,
  // The admin loads slowly on a busy machine.
  expect: { timeout: 30_000 },
  forbidOnly: true,
  use: {
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    // Each browser would lay in pages for offline reading; the suite about that allows it.
    serviceWorkers: 'block',
    launchOptions: {
      ...(process.env.CHROMIUM_PATH === '' ? {} : { executablePath }),
      args: ['--no-sandbox', '--disable-background-networking'],
    },
  },
});
