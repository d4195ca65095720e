import { PATHS, shanghaiDate, type SearchWords, type TryAnswer, type TryRequest } from '@mingchuang/content';
import { startSearchAsker } from '@mingchuang/search/node/ask-index';
import { REASON_LABELS } from '@mingchuang/search/engine/reason-labels';

import type { Outlet, Workshop } from '../workshop.ts';

/** Results that are explained. */
const SHOWN = 20;
const NOTHING: TryAnswer = { total: 0, exact: 0, results: [] };

/** Asks a site's index as a visitor's browser would, and says of each result what its rank is made of. */
export async function trySearch(workshop: Workshop, { site, query }: Pick<TryRequest, 'site' | 'query'>): Promise<TryAnswer> {
  const outlet = [...workshop.outlets.values()].find((one) => one.site === site);
  if (!outlet?.search || !outlet.current) return NOTHING;
  const asker = startSearchAsker();
  try {
    const words = readWords(outlet);
    const questions = { today: shanghaiDate(workshop.now()), requests: [{ query, limit: SHOWN, explain: true }], ...(words && { words }) };
    const [answer] = await asker.askFolder(outlet.search.index.publicDir, questions);
    if (!answer) return NOTHING;
    const { total, exact, correction, results } = answer;
    return {
      total,
      exact,
      ...(correction && { correction }),
      results: results.map(({ title, url, kind, date, best = false, reasons = [] }) => ({
        title: title.join(''),
        url,
        kind,
        date,
        best,
        points: reasons.reduce((sum, { points }) => sum + points, 0),
        reasons: reasons.map(({ name, points }) => ({ label: REASON_LABELS[name as keyof typeof REASON_LABELS] ?? name, points })),
      })),
    };
  } finally {
    asker.close();
  }
}

/** The editors' rules as they are live. */
function readWords({ current, objects }: Outlet): SearchWords | undefined {
  const route = current?.routes.get(PATHS.searchWords);
  return route && 'hash' in route ? (JSON.parse(objects.read(route.hash).toString('utf8')) as SearchWords) : undefined;
}
