import { readFileSync } from 'node:fs';

import { answerFrom, requestsFor, type Outcome } from '../../packages/search/src/ask/answer.ts';
import type { Rules } from '../../packages/search/src/engine/rules.ts';
import type { SuggestionList } from '../../packages/search/src/suggest/list.ts';
import type { SearchAnswer, SearchRequest } from '../../packages/search/src/engine/protocol.ts';

/** A question with what a right answer names as its source and says, or that nothing published answers it. */
export interface JudgedQuestion {
  question: string;
  /** Titles of the pages that answer it. */
  source?: string[];
  /** Each must stand in the answer; `|` parts other words for it. */
  says?: string[];
  unknown?: true;
}

export type Verdict = 'right' | 'wrong' | 'unknown';

/** The questions the answers are improved by, and those nobody looks at while improving them. */
export const readQuestions = (name: 'questions' | 'held-out'): JudgedQuestion[] =>
  JSON.parse(readFileSync(new URL(`../../packages/search/judged/ask/${name}.json`, import.meta.url), 'utf8')) as JudgedQuestion[];

/** Asks all questions and judges each answer. What several of them look up is asked once. */
export async function judgeAnswers(questions: readonly JudgedQuestion[], ask: (requests: readonly SearchRequest[]) => Promise<SearchAnswer[]>, rules: Rules, list: SuggestionList) {
  const requests = questions.map(({ question }) => requestsFor(question, list));
  const distinct = new Map(requests.flat().map((request) => [JSON.stringify(request), request]));
  const answers = await ask([...distinct.values()]);
  const answerTo = new Map([...distinct.keys()].map((asked, at) => [asked, answers[at]!]));
  return questions.map((one, index) => {
    const outcome = answerFrom(one.question, requests[index]!.map((request) => answerTo.get(JSON.stringify(request))!), rules);
    return { ...one, outcome, verdict: judge(one, outcome) };
  });
}

function judge({ source = [], says = [], unknown }: JudgedQuestion, outcome: Outcome): Verdict {
  if (outcome.kind === 'unknown') return unknown ? 'right' : 'unknown';
  if (unknown) return 'wrong';
  const text = [...outcome.answer.lines, ...outcome.answer.facts.flatMap(({ lines }) => lines)].join('\n');
  return source.includes(outcome.answer.source.title) && says.every((words) => new RegExp(words).test(text)) ? 'right' : 'wrong';
}
