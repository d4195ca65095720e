import type { Core } from '@strapi/strapi';

import type { SurveyData, SurveyFacts } from '../checks/survey.ts';
import { countAnswers } from './received.ts';

type Uid = 'api::survey.survey';
const SURVEY: Uid = 'api::survey.survey';

/** What is published of a survey, and how many have answered it. */
export async function findSurvey(strapi: Core.Strapi, documentId: string | undefined): Promise<SurveyFacts> {
  if (!documentId) return { answers: 0 };
  const published = await strapi
    .documents(SURVEY)
    .findOne({ documentId, status: 'published', populate: ['questions'] as never });
  return {
    published: (published ?? undefined) as SurveyData | undefined,
    answers: await countAnswers(strapi, documentId),
  };
}
