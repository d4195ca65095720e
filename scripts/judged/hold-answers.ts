import { expect } from 'vitest';

import { openRules } from '../../packages/search/src/engine/rules.ts';
import { DEMO_TODAY, type DemoSearch } from './demo-search.ts';
import { judgeAnswers, readQuestions, type QuestionSet, type Verdict } from './judge-answers.ts';

/** Of the questions the demo city can answer, at least so many are answered rightly, and so many more at least offered what is right. */
const LEAST: Record<QuestionSet, { right: number; shown: number }> = {
  questions: { right: 0.9, shown: 0.95 },
  earlier: { right: 0.8, shown: 0.9 },
  spoken: { right: 0.6, shown: 0.85 },
  everyday: { right: 0.65, shown: 0.85 },
  common: { right: 0.6, shown: 0.75 },
  hotline: { right: 0.75, shown: 0.9 },
  varied: { right: 0.65, shown: 0.78 },
  second: { right: 0.6, shown: 0.8 },
  citywide: { right: 0.6, shown: 0.74 },
  unseen: { right: 0.7, shown: 0.8 },
};
/** Of all questions asked, and of those nothing is fitted to, at most so many wrongly. */
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
    const right = count(answerable, 'right');
    const near = count(answerable, 'near');
    console.log(`${name}: of ${answerable.length} with an answer ${right} right, ${near} likely and right; of ${judged.length} in all ${count(judged, 'wrong')} wrong, ${count(judged, 'far')} likely and wrong`);
    expect(right / answerable.length, name).toBeGreaterThanOrEqual(LEAST[name].right);
    expect((right + near) / answerable.length, name).toBeGreaterThanOrEqual(LEAST[name].shown);
    if (name === 'unseen') expect(count(judged, 'wrong') / judged.length).toBeLessThanOrEqual(MOST_WRONG);
    wrong += count(judged, 'wrong');
    asked += judged.length;
  }
  expect(wrong / asked).toBeLessThanOrEqual(MOST_WRONG);
}
