import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { Renderer } from '@mingchuang/content';
import type { SearchIndex } from '@mingchuang/search';
import type { SearchDatabase } from '@mingchuang/search/postgres/database';

import { connectFeed } from '../feed/connect-feed.ts';
import type { PublicationRequest } from '../publication.ts';
import { createMetrics } from '../service/metrics.ts';
import { createPublisher, type Publisher } from '../service/publisher.ts';
import type { Run } from '../store/ledger.ts';
import { openWorkshop } from '../open-workshop.ts';
import { mainOutlet, type Outlet } from '../workshop.ts';
import { createSmallRenderer } from './small-renderer.ts';

export interface ExamplePublisher {
  /** As the main site sees it. */
  workshop: Outlet;
  publisher: Publisher;
  /** Publishes and answers the ledger's run. @throws {Error} When nothing was looked at. */
  publish(request?: Partial<PublicationRequest>): Promise<Run>;
  close(): Promise<void>;
}

export interface ExampleParts {
  dataDir: string;
  cms: { url: string; token: string; patience?: number };
  renderer?: Renderer;
  openSearch?: (folder: string) => SearchIndex;
  searchDatabase?: SearchDatabase;
  compress?: boolean;
  now?: () => Date;
  reach?: (point: string) => void;
  leaseClock?: () => number;
  /** Hears what the log says of troubles. */
  say?: (message: string) => void;
}

/** A new folder under the system's temporary one, or another, and the way to remove it. */
export function makeFolder(under = tmpdir()): { path: string; remove: () => void } {
  const path = mkdtempSync(join(under, 'publisher-'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

/** A real publisher over real stores, with the small renderer. */
export function openExamplePublisher({ dataDir, cms, renderer, say, ...parts }: ExampleParts): ExamplePublisher {
  const tell = (_fields: object, message: string) => say?.(message);
  const workshop = openWorkshop({
    dataDir,
    releaseKeyFile: join(dataDir, 'secrets', 'release-key.pem'),
    feed: connectFeed(cms),
    renderer: renderer ?? createSmallRenderer(dataDir),
    log: { info: () => undefined, warn: tell, error: tell },
    ...parts,
  });
  const publisher = createPublisher(workshop, createMetrics());
  return {
    workshop: mainOutlet(workshop),
    publisher,
    async publish(request = {}) {
      const publication = await publisher.run({ cause: 'command', always: true, ...request });
      if (publication.kind !== 'done') throw new Error(`The publication was ${publication.kind}`);
      return publication.run;
    },
    async close() {
      await publisher.stop();
      workshop.close();
    },
  };
}
