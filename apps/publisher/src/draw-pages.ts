import type { Renderer, Route } from '@mingchuang/content';
import { createBreather } from '@mingchuang/content/breathe';

import { drawPage } from './steps/draw.ts';
import type { PlannedPage } from './steps/plan.ts';
import { describeFindings, verifyPage } from './steps/verify.ts';
import type { Report } from './store/ledger.ts';
import type { Press } from './store/press.ts';
import type { Stopwatch } from './stopwatch.ts';

/** Pages drawn and checked: their routes, and what is to be said about them. */
export interface DrawnPages {
  routes: Map<string, Route>;
  drawn: number;
  bytes: number;
  blocked: Report[];
  blockedPaths: Set<string>;
  warnings: Report[];
}

/**
 * Draws, checks and stores pages. Whatever goes wrong with one of them is its own affair.
 * @param routes Of all that stays: links may lead there.
 */
export async function drawPages(
  pages: readonly PlannedPage[],
  routes: Pick<ReadonlyMap<string, Route>, 'has'>,
  { renderer, press, watch }: { renderer: Renderer; press: Press; watch: Stopwatch },
): Promise<DrawnPages> {
  const result: DrawnPages = { routes: new Map(), drawn: 0, bytes: 0, blocked: [], blockedPaths: new Set(), warnings: [] };
  const planned = new Set(pages.map(({ page }) => page.path));
  const addresses = { has: (path: string) => planned.has(path) || routes.has(path) };
  const breathe = createBreather();

  const block = ({ page, served }: PlannedPage, reason: string) => {
    result.blocked.push({ ...page.document, path: page.path, reason });
    result.blockedPaths.add(page.path);
    if (served) result.routes.set(page.path, served);
  };
  for (const item of pages) {
    const { page, digest } = item;
    const drawing = await watch.measure('draw', () => drawPage(renderer, item));
    await breathe();
    if (drawing.kind === 'failed') {
      block(item, drawing.reason);
      continue;
    }
    const { drawn } = drawing;
    const { errors, warnings } = watch.measureNow('verify', () => verifyPage(page, drawn, addresses));
    if (warnings.length > 0) result.warnings.push({ ...page.document, path: page.path, reason: describeFindings(warnings) });
    if (errors.length > 0) {
      block(item, `页面 ${page.path} 没有通过检查，${item.served ? '线上仍是上一个版本' : '它暂时没有上线'}。${describeFindings(errors)}。`);
      continue;
    }
    const { hash, bytes, fresh } = watch.measureNow('release', () => press.store(Buffer.from(drawn.body), drawn.type));
    await watch.measure('release', () => press.room());
    result.routes.set(page.path, { hash, bytes, type: drawn.type, status: page.status, digest });
    result.drawn++;
    if (fresh) result.bytes += bytes;
  }
  return result;
}
