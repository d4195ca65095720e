import { formQuestions } from '@mingchuang/content';

import type { Check, Example } from './check.ts';
import type { Remark } from './finding.ts';
import { checkPeriod } from './period.ts';

interface Question {
  title: string;
  kind: 'single' | 'multiple' | 'scale' | 'text';
  options?: string | null;
  mandatory?: boolean | null;
  maxChoices?: number | null;
}

/** What a survey must say before it is published. */
export interface SurveyData {
  opensOn?: string | null;
  closesOn?: string | null;
  questions?: Question[] | null;
}

const type = 'api::survey.survey';

/**
 * Everything that speaks against publishing a survey, all at once.
 * @param published What is published of it now.
 * @param answers How many have answered that.
 */
export function checkSurvey(data: SurveyData, published?: SurveyData, answers = 0): Remark[] {
  const questions = data.questions ?? [];
  const found = checkPeriod(data.opensOn, data.closesOn);
  const say = (field: string, message: string, remedy: string) => found.push({ level: 'block', field, message, remedy });
  if (questions.length === 0) say('questions', '一道题也没有。', '请至少出一道题。');
  if (questions.length > 30) say('questions', `有 ${questions.length} 道题，最多 30 道。`, '题目太多，没有人填得完。');
  formQuestions(questions).forEach(({ title, kind, options, maxChoices }, index) => {
    const sayHere = (wrong: string, remedy: string) => say(`questions.${index}`, `第 ${index + 1} 题“${title}”${wrong}`, remedy);
    if (kind === 'single' || kind === 'multiple') {
      if (options.length < 2) sayHere('选项不够。', '至少要有两个选项，一行一个。');
      if (options.length > 12) sayHere(`有 ${options.length} 个选项。`, '最多 12 个。');
      if (new Set(options).size < options.length) sayHere('有两个一样的选项。', '请删去一个。');
    }
    if (maxChoices !== undefined && (maxChoices < 1 || maxChoices > options.length))
      sayHere(`“最多选几项”填了 ${maxChoices}。`, `应是 1 到 ${options.length}。`);
  });
  if (answers > 0 && published && shapeOf(published) !== shapeOf(data))
    say('questions', `已经收到 ${answers} 份答卷，题目、题型和选项不能再改，否则前后的答卷合不到一起。`, '要改请另发一次调查。');
  return found;
}

/** What answers were given to: how many, of which kind, with which options. */
const shapeOf = ({ questions }: SurveyData) =>
  JSON.stringify(formQuestions(questions ?? []).map(({ title, kind, options }) => [title, kind, options]));

/** What is published of a survey, and how many have answered it. */
export interface SurveyFacts {
  published?: SurveyData | undefined;
  answers: number;
}

/** What surveys are held to. */
export const surveyCheck: Check<SurveyFacts> = {
  id: 'survey',
  title: '网上调查',
  heaviest: 'block',
  types: [type],
  find: ({ values }, { published, answers }) => checkSurvey(values as SurveyData, published, answers),
};

const question = { title: '够吗', kind: 'single', options: '够\n不够' };
const survey = { opensOn: '2026-06-01', closesOn: '2026-06-10', questions: [question] };
const answers = 0;
export const examples: readonly Example<SurveyFacts>[] = [
  { says: 'a survey that can be answered', type, values: survey, facts: { answers }, finds: [] },
  { says: 'a survey without questions', type, values: { ...survey, questions: [] }, facts: { answers }, finds: ['block questions'] },
  {
    says: 'a question with one option',
    type,
    values: { ...survey, questions: [{ ...question, options: '够' }] },
    facts: { answers },
    finds: ['block questions.0'],
  },
  {
    says: 'a question that was changed after it was answered',
    type,
    values: { ...survey, questions: [{ ...question, title: '满意吗' }] },
    facts: { answers: 3, published: survey as SurveyData },
    finds: ['block questions'],
  },
];
