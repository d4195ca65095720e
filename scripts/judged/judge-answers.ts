import { readFileSync } from 'node:fs';

import { answerFrom, requestsFor, type Outcome } from '../../packages/search/src/ask/answer.ts';
import { textOf, type Told } from '../../packages/search/src/ask/tell.ts';
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

/** `near` and `far`: offered as likely, rightly and not. */
export type Verdict = 'right' | 'wrong' | 'near' | 'far' | 'unknown';

/** Sets of questions: those the answers are fitted to, and one they are not. */
export const QUESTION_SETS = ['questions', 'earlier', 'spoken', 'everyday', 'common', 'hotline', 'varied', 'second', 'citywide', 'unseen'] as const;

export type QuestionSet = (typeof QUESTION_SETS)[number];

export const readQuestions = (name: QuestionSet): JudgedQuestion[] =>
  JSON.parse(readFileSync(new URL(`../../packages/search/judged/ask/${name}.json`, import.meta.url), 'utf8')) as JudgedQuestion[];

/** What the engine finds for each question. What several of them look up is asked once. */
export async function askAll(questions: readonly JudgedQuestion[], ask: (requests: readonly SearchRequest[]) => Promise<SearchAnswer[]>, list: SuggestionList): Promise<SearchAnswer[][]> {
  const requests = questions.map(({ question }) => requestsFor(question, list));
  const distinct = new Map(requests.flat().map((request) => [JSON.stringify(request), request]));
  const answers = await ask([...distinct.values()]);
  const answerTo = new Map([...distinct.keys()].map((asked, at) => [asked, answers[at]!]));
  return requests.map((own) => own.map((request) => answerTo.get(JSON.stringify(request))!));
}

/** Asks all questions and judges each answer. */
export async function judgeAnswers(questions: readonly JudgedQuestion[], ask: (requests: readonly SearchRequest[]) => Promise<SearchAnswer[]>, rules: Rules, list: SuggestionList) {
  const found = await askAll(questions, ask, list);
  return questions.map((one, at) => {
    const outcome = answerFrom(one.question, found[at]!, rules, list);
    return { ...one, outcome, verdict: judge(one, outcome) };
  });
}

function judge(one: JudgedQuestion, outcome: Outcome): Verdict {
  if (outcome.kind === 'unknown') return one.unknown ? 'right' : 'unknown';
  const isRight = answers(one, outcome.answer.source.title, outcome.answer);
  if (outcome.kind === 'likely') return isRight ? 'near' : 'far';
  return isRight ? 'right' : 'wrong';
}

/** Whether what a page tells under its title is the answer to a question. */
export function answers({ source = [], says = [], unknown }: JudgedQuestion, title: string, told: Omit<Told, 'anchor'>): boolean {
  const text = `${title}\n${textOf(told)}`;
  // Numbers stand off from the characters beside them on some pages.
  const unspaced = text.replace(/(?<=\d)[ \u00a0](?=\p{sc=Han})|(?<=\p{sc=Han})[ \u00a0](?=\d)/gu, '');
  return !unknown && source.includes(title) && says.every((words) => [text, unspaced].some((written) => new RegExp(words).test(written)));
}
