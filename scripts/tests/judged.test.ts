import { afterAll, beforeAll, expect, test } from 'vitest';

import { createRandom } from '../../packages/search/bench/input/create-random.ts';
import { meanOf, ndcg, readJudged } from '../../packages/search/judged/ndcg.ts';
import { holds } from '../../packages/search/e2e/truth.ts';
import { isHan, runs } from '../../packages/search/src/tokens.ts';
import { holdAnswers } from '../judged/hold-answers.ts';
import { WHOLE_FORMS } from '../search-at-scale/questions.ts';
import { openDemoSearch, type DemoSearch } from '../judged/demo-search.ts';

/** What the judged queries have reached. Raised with the ranking, never lowered. */
const REACHED = { queries: 0.925, 'held-out': 0.81 };

let search: DemoSearch;
// Whoever needs the demo city first makes it for all.
beforeAll(async () => void (search = await openDemoSearch()), 300_000);
afterAll(() => search.close());

for (const name of ['queries', 'held-out'] as const)
  test(`the ${name === 'queries' ? 'judged queries' : 'queries nobody tuned for'} are answered as well as before`, async () => {
    const judged = readJudged(name);
    const answers = await search.ask(judged.map(({ query }) => ({ query })));
    const scores = judged.map((one, at) => ndcg(one, titled(answers[at]!.results)));
    if (name === 'queries') console.log(judged.map(({ query }, at) => `${scores[at]!.toFixed(2)} ${query}`).join('\n'));
    console.log(`nDCG@10 of ${judged.length} ${name}: ${meanOf(scores).toFixed(4)}`);
    expect(meanOf(scores)).toBeGreaterThanOrEqual(REACHED[name]);
  });

test('300 titles, typed in many ways, are first every time', async () => {
  const documents = search.documents.filter(({ language }) => !language);
  const asked = Array.from({ length: 300 }, (_, at) => {
    const { title } = documents[(at * 7) % documents.length]!;
    return { title, request: { query: WHOLE_FORMS[at % WHOLE_FORMS.length]!(title), limit: 1 } };
  });
  const answers = await search.ask(asked.map(({ request }) => request));
  const wrong = asked.flatMap(({ title, request }, at) => (answers[at]!.results[0]?.title.join('') === title ? [] : [`${request.query} → ${answers[at]!.results[0]?.title.join('')}`]));
  expect(wrong).toEqual([]);
});

test('200 pieces of 3 to 12 characters find every document that holds them', async () => {
  const documents = search.documents.filter(({ language }) => !language);
  const random = createRandom(20261127);
  const pieces = Array.from({ length: 200 }, () => {
    const { title, aliases, text } = documents[Math.floor(random() * documents.length)]!;
    const long = [title, ...aliases, text].flatMap(runs).filter((run) => isHan(run) && run.length >= 3);
    const run = long[Math.floor(random() * long.length)] ?? title;
    const length = Math.min(run.length, 3 + Math.floor(random() * 10));
    const from = Math.floor(random() * (run.length - length + 1));
    return run.slice(from, from + length);
  });
  const answers = await search.ask(pieces.map((query) => ({ query, limit: 1000, everything: true, asTyped: true })));
  const missed = pieces.flatMap((piece, at) => {
    const found = new Set(answers[at]!.results.map(({ url }) => url));
    return documents.filter((document) => holds(document, piece) && !found.has(document.url)).map(({ url }) => `${piece} ${url}`);
  });
  expect(missed).toEqual([]);
});

const titled = (results: readonly { url: string; title: string[] }[]) => results.map(({ url, title }) => ({ url, title: title.join('') }));

test('questions are answered rightly, or not at all', () => holdAnswers(search, ['questions', 'earlier', 'unseen']), 180_000);
