import { randomInt } from 'node:crypto';

import { createCaseNumber, createQueryCode, type OpinionFiling, type OpinionSubmission, type SurveyFiling, type SurveyReply } from '@mingchuang/content';

import type { Cms } from './cms.ts';

const PERIOD = { opensOn: '2025-11-01', closesOn: '2025-12-10' };

/** A column, a consultation and a survey of the water office, both open from 1 November to 10 December 2025. */
export async function makeTakingPart({ strapi, agencies }: Cms): Promise<{ consultation: string; survey: string }> {
  const site = (await strapi.documents('api::site.site').findFirst({ status: 'published' }))!.documentId;
  const create = async (uid: string, data: object): Promise<string> =>
    (await strapi.documents(uid as 'api::site.site').create({ data: data as never, status: 'published' })).documentId;
  const columnOf = (slug: string, kind: string) =>
    create('api::column.column', {
      title: slug, slug, kind, columnType: 'consultation', updateClass: 'policy', site, path: `/${slug}/`, description: slug, keywords: slug,
    });
  const consultation = await create('api::consultation.consultation', {
    title: '供水条例（征求意见稿）',
    column: await columnOf('zhengji', 'consultations'),
    agency: agencies.water,
    summary: '征求对供水条例的意见。',
    ...PERIOD,
    draft: '<p>第一条　保障供水。</p>',
    explanation: '<p>旧条例施行十年，需要修改。</p>',
    acceptsOnline: true,
  });
  const survey = await create('api::survey.survey', {
    title: '您家水压够不够',
    column: await columnOf('diaocha', 'surveys'),
    agency: agencies.water,
    summary: '两分钟填完。',
    ...PERIOD,
    resultsShown: 'always',
    introduction: '<p>结果用来安排明年的改造。</p>',
    questions: [
      { title: '水压够吗', kind: 'single', options: '够\n早晚不够\n一直不够', mandatory: true },
      { title: '希望先改哪里', kind: 'multiple', options: '水表\n楼内水管\n路上的水管', mandatory: false, maxChoices: 2 },
      { title: '打几分', kind: 'scale', mandatory: true },
      { title: '还想说什么', kind: 'text', mandatory: false },
    ],
  });
  return { consultation, survey };
}

const head = () => ({ number: createCaseNumber('20251110', randomInt), code: createQueryCode(randomInt), receivedAt: '2025-11-10T02:00:00.000Z', suspicion: 0 });

/** An opinion as the gateway files it. */
export function anOpinion(consultation: string, submission: Partial<OpinionSubmission> = {}, rest: Partial<OpinionFiling> = {}): OpinionFiling {
  return {
    kind: 'opinion',
    ...head(),
    submission: { consultation, part: '第一条', body: '停水要提前三天通知，我叫欧阳晓梅，电话13987654321。', name: '欧阳晓梅', phone: '13987654321', ...submission },
    ...rest,
  };
}

/** A filled survey as the gateway files it. */
export function anAnswer(survey: string, replies: SurveyReply[] = [[1], [0, 2], 4, '晚上洗澡水小'], rest: Partial<SurveyFiling> = {}): SurveyFiling {
  return { kind: 'survey-answer', ...head(), submission: { survey, replies }, ...rest };
}
