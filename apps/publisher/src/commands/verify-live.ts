import { createBreather } from '@mingchuang/content/breathe';

import { CommandError } from '../errors.ts';
import type { Publisher } from '../service/publisher.ts';
import { findDamage, type Damage } from '../watch/find-damage.ts';
import { repairDamage } from '../watch/repair-damage.ts';
import type { Outlet } from '../workshop.ts';

export interface LiveReport {
  release: string;
  checked: number;
  damaged: Damage[];
  /** Those that are still damaged after the repair. */
  remaining: Damage[];
}

/**
 * Compares every object of the release being served with the manifest, byte by byte, and repairs what differs.
 * @throws {CommandError} When nothing has been released yet.
 */
export async function verifyLive(outlet: Outlet, publisher: Publisher): Promise<LiveReport> {
  const release = outlet.current;
  if (!release) throw new CommandError('还没有发布过，没有可检查的内容');
  const damaged = await findAll(outlet);
  if (damaged.length > 0) await repairDamage(outlet, publisher, damaged);
  const remaining = damaged.length > 0 ? await findAll(outlet) : [];
  return { release: release.id, checked: release.routes.size, damaged, remaining };
}

async function findAll({ current, objects }: Outlet): Promise<Damage[]> {
  const breathe = createBreather();
  const found: Damage[] = [];
  for (const [path, route] of current!.routes) {
    found.push(...findDamage(new Map([[path, route]]), objects, 'content'));
    await breathe();
  }
  return found;
}
