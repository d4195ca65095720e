import { test } from '@playwright/test';

import { READING_TASKS, writingTasks } from './keyboard-tasks.ts';
import { runPlatform, type Platform } from './run-platform.ts';

/** Tasks from the address bar to their end, for people who have a keyboard and nothing else. */
test.describe('by keyboard alone', () => {
  test.describe.configure({ timeout: 120_000 });
  let platform: Platform;

  test.beforeAll(async () => {
    test.setTimeout(240_000);
    platform = await runPlatform();
  });
  test.afterAll(() => platform?.stop());

  for (const { name, walk } of [...READING_TASKS, ...writingTasks('standard'), ...writingTasks('elderly')])
    test(name, ({ page }) => walk(page, platform.portal));

  test.describe('without script', () => {
    test.use({ javaScriptEnabled: false });

    for (const { name, walk } of [...writingTasks('standard'), ...writingTasks('elderly')])
      test(name, ({ page }) => walk(page, platform.portal));
  });
});
