import { formQuestions } from '@mingchuang/content';
import type { Core } from '@strapi/strapi';

import type { Check, Finding } from './check.ts';
import { checkPeriod } from './period.ts';
import { countAnswers } from './received.ts';

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

/**
 * Everything that speaks against publishing a survey, all at once.
 * @param published What is published of it now.
 * @param answers How many have answered that.
 */
export function checkSurvey(data: SurveyData, published?: SurveyData, answers = 0): Finding[] {
  const questions = data.questions ?? [];
  const problems = checkPeriod(data.opensOn, data.closesOn);
  if (questions.length === 0) problems.push({ field: 'questions', message: '请至少出一道题。' });
  if (questions.length > 30)
    problems.push({ field: 'questions', message: `有 ${questions.length} 道题，最多 30 道。题目太多，没有人填得完。` });
  formQuestions(questions).forEach(({ title, kind, options, maxChoices }, index) => {
    const say = (message: string) =>
      problems.push({ field: `questions.${index}`, message: `第 ${index + 1} 题“${title}”${message}` });
    if (kind === 'single' || kind === 'multiple') {
      if (options.length < 2) say('至少要有两个选项，一行一个。');
      if (options.length > 12) say(`有 ${options.length} 个选项，最多 12 个。`);
      if (new Set(options).size < options.length) say('有两个一样的选项。');
    }
    if (maxChoices !== undefined && (maxChoices < 1 || maxChoices > options.length))
      say(`“最多选几项”应是 1 到 ${options.length}。`);
  });
  if (answers > 0 && published && shapeOf(published) !== shapeOf(data)) {
    problems.push({
      field: 'questions',
      message: `已经收到 ${answers} 份答卷，题目、题型和选项不能再改，否则前后的答卷合不到一起。要改请另发一次调查。`,
    });
  }
  return problems;
}

/** What answers were given to: how many, of which kind, with which options. */
const shapeOf = ({ questions }: SurveyData) =>
  JSON.stringify(formQuestions(questions ?? []).map(({ title, kind, options }) => [title, kind, options]));

type Uid = 'api::survey.survey';
const SURVEY: Uid = 'api::survey.survey';

/** What surveys are held to. */
export const surveyCheck: Check<SurveyData> = {
  type: SURVEY,
  reads: ['questions'],
  async find(data, { strapi, documentId }) {
    if (!documentId) return checkSurvey(data);
    return checkSurvey(data, await findPublished(strapi, documentId), await countAnswers(strapi, documentId));
  },
};

async function findPublished(strapi: Core.Strapi, documentId: string): Promise<SurveyData | undefined> {
  const found = await strapi
    .documents(SURVEY)
    .findOne({ documentId, status: 'published', populate: ['questions'] as never });
  return (found ?? undefined) as SurveyData | undefined;
}
