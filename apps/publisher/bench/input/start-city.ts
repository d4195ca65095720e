import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

import type { FeedLine } from '@mingchuang/content';

/** A made city in a CMS of its own process. */
export interface City {
  url: string;
  token: string;
  change(...lines: FeedLine[]): Promise<void>;
  close(): void;
}

/** Starts a CMS with so many documents. */
export async function startCity(docs: number): Promise<City> {
  const child = fork(join(import.meta.dirname, 'serve-city.ts'), [String(docs)], { execArgv: ['--max-old-space-size=8192', '--import', 'tsx'], serialization: 'advanced' });
  const [place] = (await once(child, 'message')) as [Pick<City, 'url' | 'token'>];
  return {
    ...place,
    async change(...lines) {
      const changed = once(child, 'message');
      child.send(lines);
      await changed;
    },
    close: () => void child.kill(),
  };
}
