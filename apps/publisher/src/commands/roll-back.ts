import { CommandError, explainError } from '../errors.ts';
import type { Release } from '../store/releases.ts';
import { findDamage } from '../watch/find-damage.ts';
import type { Outlet } from '../workshop.ts';

/**
 * Serves an earlier release again and holds it: nothing is published over it until `resume`.
 *
 * The hold is written before the switch. Killed between the two, the site stays as it was and publishing waits for the
 * operator, who sees the hold; the other way round it would publish over the rollback.
 *
 * @throws {CommandError} When there is no such release or its objects are not all there.
 */
export function rollBack(outlet: Outlet, id: string): Release {
  const { releases, objects } = outlet;
  let release: Release;
  try {
    release = releases.load(id);
  } catch (error) {
    throw new CommandError(`没有可用的发布版本 ${id}，用 releases 命令查看有哪些`, { cause: error });
  }
  const missing = [...findDamage(release.routes, objects, 'presence')];
  if (missing.length > 0) {
    throw new CommandError(`发布版本 ${id} 缺少 ${missing.length} 个文件（例如 ${missing[0]!.path}），已被清理，不能回退到它`);
  }
  try {
    releases.hold(id);
    outlet.reach('rollback:held');
    releases.switchTo(id);
  } catch (error) {
    throw new CommandError(`没能切换到 ${id}：${explainError(error)}`, { cause: error });
  }
  outlet.current = release;
  outlet.settled = undefined;
  return release;
}

/** Ends a hold. The next publication brings the site up to the newest content. @returns what was held. */
export function resume({ releases }: Outlet): string | undefined {
  const held = releases.held();
  releases.unhold();
  return held;
}
