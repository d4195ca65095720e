import type { Publisher } from '../service/publisher.ts';
import type { Outlet } from '../workshop.ts';
import { verifyLive } from '../commands/verify-live.ts';
import { compareWithFullDraw } from './compare-with-full-draw.ts';
import type { Damage } from './find-damage.ts';
import { repairDamage } from './repair-damage.ts';
import type { ObjectWatch } from './watch-objects.ts';

/** Looks for files of the site that were touched, restores them and raises an alarm. */
export async function watchObjects(outlet: Outlet, publisher: Publisher, watch: ObjectWatch): Promise<void> {
  const { current, releases, alarms } = outlet;
  if (!current) return;
  const damaged = await watch.look(current.routes);
  if (damaged.length === 0 || outlet.current !== current) return;
  const what = `有 ${damaged.length} 个已发布的文件被改动或丢失（${nameSome(damaged)}）`;
  if (releases.held() !== undefined) {
    alarms.raise('tampered', `${what}。线上停在回退的版本，没有自动恢复；网关不会给出被改动的文件。请检查服务器是否被人进入，运行 resume 后会恢复。`);
    return;
  }
  await repairDamage(outlet, publisher, damaged);
  const left = await watch.look(outlet.current!.routes);
  alarms.raise('tampered', `${what}，${left.length === 0 ? '都已恢复' : `还有 ${left.length} 个没能恢复`}。请检查服务器是否被人进入。`);
}

/**
 * The nightly proof: every file as it was signed, every page as its content gives it today. What differs is repaired and
 * told.
 * @returns false when publications came in between; it is worth another try.
 */
export async function proveSite(outlet: Outlet, publisher: Publisher): Promise<boolean> {
  const { current, releases, alarms } = outlet;
  if (!current || releases.held() !== undefined) return true;
  const { damaged } = await verifyLive(outlet, publisher);
  if (damaged.length > 0) alarms.raise('tampered', `夜间核对：有 ${damaged.length} 个已发布的文件被改动或丢失（${nameSome(damaged)}），已恢复。请检查服务器是否被人进入。`);
  const comparison = await compareWithFullDraw(outlet);
  if (comparison.kind === 'overtaken') return false;
  const { pages, different } = comparison;
  outlet.log.info({ pages, different: different.length }, '夜间全站核对完成');
  if (different.length === 0) return true;
  await publisher.run({ cause: 'repair', always: true, redraw: new Set(different) }, outlet);
  alarms.raise('different', `夜间全站核对：${pages} 个网页中有 ${different.length} 个和重新生成的不一致（例如 ${different[0]}），已换成重新生成的。请告诉维护人员。`);
  return true;
}

function nameSome(damaged: readonly Damage[]): string {
  const names = damaged.slice(0, 3).map(({ path }) => path);
  return damaged.length > names.length ? `${names.join('、')} 等` : names.join('、');
}
