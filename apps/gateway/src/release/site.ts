import { frame as frameSchema, PATHS, type ActiveAlert, type Frame } from '@mingchuang/content';
import type { Logger } from 'pino';
import { z } from 'zod';

import type { Objects } from '../serve/objects.ts';
import type { Release } from './release.ts';

/** A release with what the gateway needs to know of its content. */
export interface Site {
  release: Release;
  /** Nothing when the release has none or it cannot be read: then answers are drawn without the site's clothes. */
  frame: Frame | undefined;
  alerts: readonly ActiveAlert[];
  /** Addresses outside government that the site links to. */
  externalLinks: ReadonlySet<string>;
}

const alerts: z.ZodType<ActiveAlert[]> = z.array(
  z.object({
    id: z.string(),
    title: z.string(),
    level: z.enum(['blue', 'yellow', 'orange', 'red']),
    area: z.string().exactOptional(),
    message: z.string(),
    url: z.string().exactOptional(),
    linkText: z.string().exactOptional(),
    startsAt: z.string(),
    endsAt: z.string(),
  }),
);

/** Reads what a release says about itself. A file that is broken is reported and left out; the pages still go out. */
export async function readSite(release: Release, objects: Objects, log: Logger): Promise<Site> {
  const read = async <T>(path: string, schema: z.ZodType<T>): Promise<T | undefined> => {
    const route = release.routes.get(path);
    if (!route || route.status !== 200) return undefined;
    try {
      return schema.parse(JSON.parse((await objects.read(route.hash)).toString('utf8')));
    } catch (error) {
      log.error({ err: error, path, release: release.id }, 'file of the release cannot be used');
      return undefined;
    }
  };
  const [frame, active, links] = await Promise.all([
    read(PATHS.frame, frameSchema),
    read(PATHS.alerts, alerts),
    read(PATHS.externalLinks, z.array(z.string())),
  ]);
  return { release, frame, alerts: active ?? [], externalLinks: new Set(links) };
}
