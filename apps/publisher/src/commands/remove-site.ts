import { CommandError } from '../errors.ts';
import { isWithdrawn, removeOutlet } from '../outlet.ts';
import type { Publisher } from '../service/publisher.ts';
import { MAIN } from '../store/site-register.ts';
import type { Outlet, Workshop } from '../workshop.ts';

/**
 * Removes a site that was withdrawn in the CMS, with everything it had of its own. Killed after the register was
 * written, its folder stays without a meaning until a site of that key comes again.
 * @throws {CommandError} When it is the main site or still published.
 */
export async function removeSite({ register, outlets }: Workshop, publisher: Publisher, outlet: Outlet): Promise<void> {
  if (outlet.key === MAIN) throw new CommandError('主站不能移除');
  if (!isWithdrawn(outlet)) throw new CommandError(`网站 ${outlet.key} 还在发布，请先在后台撤下这个站点，再来移除`);
  await publisher.drop(outlet);
  await publisher.exclusively(async () => {
    register.remove(outlet.key);
    outlets.delete(outlet.key);
    outlet.shut();
    removeOutlet(outlet);
  });
}
