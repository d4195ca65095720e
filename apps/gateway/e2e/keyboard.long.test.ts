import { test } from '@playwright/test';

import { KEYBOARD_TASKS } from './keyboard-tasks.ts';
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

  for (const { name, walk } of KEYBOARD_TASKS) test(name, ({ page }) => walk(page, platform.portal));
});
