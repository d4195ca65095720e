import { test as base } from '@playwright/test';

import { runPlatform, type Platform } from './run-platform.ts';

/** Whether texts go live by review, or by whoever has the right: where review is not what a suite is about. */
type Review = 'on' | 'off';

interface Shared {
  /** The platform of this worker; suites that follow one another find what the ones before them have written. */
  platformWith(review: Review): Promise<Platform>;
}

/** Playwright's test with platforms that the suites of a worker share: starting one takes longer than many of them. */
export const test = base.extend<object, Shared>({
  platformWith: [
    async ({ browserName: _ }, use) => {
      const running = new Map<Review, Promise<Platform>>();
      await use((review) => {
        // Results of surveys are published every second instead of every minute.
        const platform = running.get(review) ?? runPlatform({ REVIEW: review, SECOND_FACTOR: 'off', CASE_RESULTS_SECONDS: '1' });
        running.set(review, platform);
        return platform;
      });
      for (const platform of running.values()) await platform.then(({ stop }) => stop(), () => undefined);
    },
    { scope: 'worker' },
  ],
});
