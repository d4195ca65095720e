import lighthouse, { type Flags } from 'lighthouse';

/** The four categories, with the least a page must reach. */
export const TARGETS = { performance: 99, accessibility: 100, 'best-practices': 100, seo: 100 } as const;
export type Category = keyof typeof TARGETS;
export const CATEGORIES = Object.keys(TARGETS) as Category[];

/** One run over one page. */
export interface Run {
  scores: Partial<Record<Category, number>>;
  /** Milliseconds until something, until the largest part, of the page is painted; blocked; and the shift of its layout. */
  metrics: { fcp: number; lcp: number; tbt: number; cls: number };
  /** Audits that cost points, by id, with what was found. */
  failures: { id: string; title: string; found: string[] }[];
}

const METRICS = { fcp: 'first-contentful-paint', lcp: 'largest-contentful-paint', tbt: 'total-blocking-time', cls: 'cumulative-layout-shift' };

/**
 * Measures a page with Lighthouse's own settings: a mid-range telephone on slow 4G, simulated.
 * @param port Where the browser listens to the DevTools protocol.
 * @param judged What is judged; what is left out costs no time.
 * @param skipAudits Audits left out, with their reason where they are named.
 * @throws {Error} When the page could not be loaded.
 */
export async function measurePage(url: string, port: number, judged: readonly Category[], skipAudits: string[]): Promise<Run> {
  const flags: Flags = { port, logLevel: 'error', output: 'json', onlyCategories: [...judged], skipAudits, disableFullPageScreenshot: true };
  const { categories, audits } = await look(url, flags);
  const scores = Object.fromEntries(judged.map((name) => [name, Math.round((categories[name]!.score ?? 0) * 100)])) as Run['scores'];
  const metrics = Object.fromEntries(Object.entries(METRICS).map(([name, id]) => [name, audits[id]!.numericValue ?? 0])) as Run['metrics'];
  const weighed = judged.flatMap((name) => categories[name]!.auditRefs).filter(({ weight }) => weight > 0);
  const failures = weighed
    .map(({ id }) => audits[id]!)
    .filter(({ score }) => score !== null && score < 0.99)
    .map(({ id, title, details }) => ({ id, title, found: findingsOf(details) }));
  return { scores, metrics, failures };
}

/** On a busy machine the recording of a page now and then misses its beginning: such a run says nothing and is done again. */
async function look(url: string, flags: Flags, left = 3): Promise<NonNullable<Awaited<ReturnType<typeof lighthouse>>>['lhr']> {
  const result = await lighthouse(url, flags);
  if (result && !result.lhr.runtimeError) return result.lhr;
  if (left > 0) return look(url, flags, left - 1);
  throw new Error(`${url}: ${result?.lhr.runtimeError?.message ?? 'no result'}`);
}

/** What an audit's table names: pieces of the page, addresses, or its sources. */
function findingsOf(details: unknown): string[] {
  const { items = [] } = (details ?? {}) as { items?: Record<string, unknown>[] };
  return items.slice(0, 5).map((item) => {
    const node = item.node as { snippet?: string; explanation?: string } | undefined;
    return [node?.snippet, item.url, item.source, item.description, item.reason].filter((part) => typeof part === 'string').join(' ') || JSON.stringify(item).slice(0, 300);
  });
}
