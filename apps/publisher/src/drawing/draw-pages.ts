import type { Renderer, Route } from '@mingchuang/content';
import { createBreather } from '@mingchuang/content/breathe';

import { explainError } from '../errors.ts';
import type { PlannedPage } from '../steps/plan.ts';
import type { Report } from '../store/ledger.ts';
import type { Press } from '../store/press.ts';
import type { Stopwatch } from '../stopwatch.ts';
import { describeFindings, drawSheet, findingsOf, type Sheet } from './draw-sheet.ts';
import { startThreads, ThreadLost, type DrawingThread } from './start-threads.ts';

/** Pages drawn and checked: their routes, and what is to be said about them. */
export interface DrawnPages {
  routes: Map<string, Route>;
  drawn: number;
  bytes: number;
  blocked: Report[];
  blockedPaths: Set<string>;
  warnings: Report[];
}

/** What drawing needs. */
export interface DrawingParts {
  renderer: Renderer;
  press: Press;
  watch: Stopwatch;
  /** Further processors to draw on; those of the machine where there is much to draw. */
  threads?: readonly DrawingThread[];
}

/** With fewer pages all are drawn before a thread has loaded its templates, which takes a second. */
const MANY = 800;
/** Pages a thread is given at once: while this one draws, it looks up only every few of them. */
const AT_ONCE = 12;

/** What became of a page. */
type Outcome = { stored: { hash: string; bytes: number; type: string; fresh: boolean }; warning?: string } | { reason: string };

/**
 * Draws, checks and stores pages, on every processor when they are many. Whatever goes wrong with one of them is its own affair.
 * @param routes Of all that stays: links may lead there.
 */
export async function drawPages(pages: readonly PlannedPage[], routes: Pick<ReadonlyMap<string, Route>, 'has'>, parts: DrawingParts): Promise<DrawnPages> {
  const { renderer, press, watch, threads = pages.length < MANY ? [] : startThreads(renderer) } = parts;
  const planned = new Set(pages.map(({ page }) => page.path));
  const addresses = { has: (path: string) => planned.has(path) || routes.has(path) };
  const outcomes: Outcome[] = [];
  const left = pages.entries();
  const breathe = createBreather();

  async function drawAll(draw: Draw, spend: Spend, pause?: typeof breathe): Promise<void> {
    for (const [at, item] of left) {
      outcomes[at] = await finishPage(item, draw, { addresses, press, spend });
      await pause?.();
    }
  }
  const drawHere: Draw = (item) => drawSheet(renderer, drawableOf(item));
  const drawBy =
    (thread: DrawingThread): Draw =>
    (item) =>
      thread.draw(drawableOf(item)).catch((error: unknown) => (error instanceof ThreadLost ? drawHere(item) : Promise.reject(error as Error)));

  try {
    await watch.share(async (spend) => {
      const here = drawAll(drawHere, spend, breathe);
      const drawThere = async (thread: DrawingThread) => {
        // Nothing may be left by the time it has loaded.
        const isOfUse = await Promise.race([thread.ready, here.then(() => false)]);
        if (isOfUse) await Promise.all(Array.from({ length: AT_ONCE }, () => drawAll(drawBy(thread), spend)));
      };
      await Promise.all([here, ...threads.map(drawThere)]);
    });
  } finally {
    for (const thread of threads) thread.stop();
  }
  return gatherOutcomes(pages, outcomes);
}

type Draw = (item: PlannedPage) => Promise<Sheet>;
type Spend = (step: string, milliseconds: number) => void;

const drawableOf = ({ page: { path, template }, props }: PlannedPage) => ({ path, template, props: props() });

/**
 * Draws one page and stores it when nothing is wrong with it. The reason why it is not is told to the document's editors in
 * their words, with the technical part at the end for whoever they call.
 */
async function finishPage(
  item: PlannedPage,
  draw: Draw,
  { addresses, press, spend }: { addresses: { has(path: string): boolean }; press: Press; spend: Spend },
): Promise<Outcome> {
  const { path } = item.page;
  const stays = item.served ? '线上仍是上一个版本' : '它暂时没有上线';
  let sheet: Sheet;
  try {
    sheet = await draw(item);
  } catch (error) {
    return { reason: `页面 ${path} 没能生成，${stays}。请联系技术人员（${explainError(error)}）。` };
  }
  const { drawn, spent } = sheet;
  if (drawn.status >= 500) return { reason: `页面 ${path} 没能生成，${stays}。请联系技术人员（模板答复 ${drawn.status}）。` };
  const findings = findingsOf(sheet, path, addresses);
  const errors = findings.filter(({ level }) => level === 'error');
  if (errors.length > 0) return { reason: `页面 ${path} 没有通过检查，${stays}。${describeFindings(errors)}。` };

  const begun = performance.now();
  const stored = press.store(Buffer.from(drawn.body), drawn.type);
  await press.room();
  spend('draw', spent.draw);
  spend('verify', spent.verify);
  spend('release', performance.now() - begun);
  return { stored: { ...stored, type: drawn.type }, ...(findings.length > 0 && { warning: describeFindings(findings) }) };
}

/** In the order of the pages, whoever was done first. */
function gatherOutcomes(pages: readonly PlannedPage[], outcomes: readonly Outcome[]): DrawnPages {
  const result: DrawnPages = { routes: new Map(), drawn: 0, bytes: 0, blocked: [], blockedPaths: new Set(), warnings: [] };
  for (const [at, { page, digest, served }] of pages.entries()) {
    const outcome = outcomes[at]!;
    const { path } = page;
    if ('reason' in outcome) {
      result.blocked.push({ ...page.document, path, reason: outcome.reason });
      result.blockedPaths.add(path);
      if (served) result.routes.set(path, served);
      continue;
    }
    const { hash, bytes, type, fresh } = outcome.stored;
    result.routes.set(path, { hash, bytes, type, status: page.status, digest });
    result.drawn++;
    if (fresh) result.bytes += bytes;
    if (outcome.warning !== undefined) result.warnings.push({ ...page.document, path, reason: outcome.warning });
  }
  return result;
}
