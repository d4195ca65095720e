import { expect } from 'vitest';

import { openRules } from '../../packages/search/src/engine/rules.ts';
import { DEMO_TODAY, type DemoSearch } from './demo-search.ts';
import { judgeAnswers, readQuestions, type QuestionSet, type Verdict } from './judge-answers.ts';

/** Of the questions the demo city can answer, at least so many rightly; of those nobody looked at, as the plan asks. */
const LEAST_RIGHT: Record<QuestionSet, number> = { questions: 0.8, earlier: 0.7, spoken: 0.6, everyday: 0.55, common: 0.5, unseen: 0.7 };
/** Of all questions asked, at most so many wrongly. */
const MOST_WRONG = 0.05;

/** Holds the answers to some sets of questions to what was reached, and prints what is not right. */
export async function holdAnswers(search: DemoSearch, names: readonly QuestionSet[]): Promise<void> {
  let wrong = 0;
  let asked = 0;
  for (const name of names) {
    const judged = await judgeAnswers(readQuestions(name), search.ask, openRules(search.words, DEMO_TODAY), search.list);
    const count = (list: typeof judged, verdict: Verdict) => list.filter((one) => one.verdict === verdict).length;
    const answerable = judged.filter(({ unknown }) => !unknown);
    if (name !== 'unseen') console.log(judged.filter(({ verdict }) => verdict !== 'right').map(({ verdict, question }) => `${verdict} ${question}`).join('\n'));
    console.log(`${name}: of ${answerable.length} with an answer ${count(answerable, 'right')} right; of ${judged.length} in all ${count(judged, 'right')} right, ${count(judged, 'wrong')} wrong, ${count(judged, 'unknown')} unknown`);
    expect(count(answerable, 'right') / answerable.length, name).toBeGreaterThanOrEqual(LEAST_RIGHT[name]);
    wrong += count(judged, 'wrong');
    asked += judged.length;
  }
  expect(wrong / asked).toBeLessThanOrEqual(MOST_WRONG);
}
