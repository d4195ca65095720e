import { defineConfig } from '@playwright/test';

const executablePath = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';

const long = process.env.TEST_LONG === '1';

export default defineConfig({
  testMatch: long ? '**/e2e/**/*.long.test.ts' : '**/e2e/**/*.test.ts',
  testIgnore: ['**/node_modules/**', '**/dist/**', ...(long ? [] : ['**/*.long.test.ts'])],
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
