import { expect } from 'vitest';

import { openRules } from '../../packages/search/src/engine/rules.ts';
import { DEMO_TODAY, type DemoSearch } from './demo-search.ts';
import { judgeAnswers, readQuestions, type QuestionSet, type Verdict } from './judge-answers.ts';

/** Of the questions the demo city can answer, at least so many are answered rightly, and so many more at least offered what is right. */
const LEAST: Record<QuestionSet, { right: number; shown: number }> = {
  questions: { right: 0.8, shown: 0.9 },
  earlier: { right: 0.7, shown: 0.8 },
  spoken: { right: 0.6, shown: 0.8 },
  everyday: { right: 0.55, shown: 0.75 },
  common: { right: 0.5, shown: 0.65 },
  hotline: { right: 0.7, shown: 0.8 },
  varied: { right: 0.5, shown: 0.7 },
  unseen: { right: 0.45, shown: 0.7 },
};
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
    const right = count(answerable, 'right');
    const near = count(answerable, 'near');
    console.log(`${name}: of ${answerable.length} with an answer ${right} right, ${near} likely and right; of ${judged.length} in all ${count(judged, 'wrong')} wrong, ${count(judged, 'far')} likely and wrong`);
    expect(right / answerable.length, name).toBeGreaterThanOrEqual(LEAST[name].right);
    expect((right + near) / answerable.length, name).toBeGreaterThanOrEqual(LEAST[name].shown);
    wrong += count(judged, 'wrong');
    asked += judged.length;
  }
  expect(wrong / asked).toBeLessThanOrEqual(MOST_WRONG);
}
