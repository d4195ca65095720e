import { errors } from '@strapi/utils';
import type { Core } from '@strapi/strapi';

import { checkConsultation, type ConsultationData, type Problem } from './domain/check-consultation.ts';
import { checkSurvey, type SurveyData } from './domain/check-survey.ts';
import { casesOf } from './service-of-strapi.ts';

type Uid = 'api::consultation.consultation' | 'api::survey.survey';
const CONSULTATION: Uid = 'api::consultation.consultation';
const SURVEY: Uid = 'api::survey.survey';

interface Params {
  documentId?: string;
  status?: string;
  data?: Record<string, unknown>;
}

/**
 * Looks at consultations and surveys where every writer passes, before they are published: a message names each field
 * and what to do. Create and update publish by an inner call that no middleware sees, so what they are given counts.
 */
export function guardTakingPart(strapi: Core.Strapi): void {
  strapi.documents.use(async (context, next) => {
    const { action, uid } = context;
    const params = context.params as Params;
    const publishes = action === 'publish' || ((action === 'create' || action === 'update') && params.status === 'published');
    if (!publishes || (uid !== CONSULTATION && uid !== SURVEY)) return next();

    const { documentId } = params;
    const populate = uid === SURVEY ? ['questions'] : [];
    const load = async (status: 'draft' | 'published') =>
      documentId ? ((await strapi.documents(uid).findOne({ documentId, status, populate: populate as never })) as object | null) : null;
    const data = { ...(await load('draft')), ...params.data };
    const problems =
      uid === CONSULTATION
        ? checkConsultation(data as ConsultationData, documentId ? await casesOf(strapi).opinions.count(documentId) : 0)
        : checkSurvey(data as SurveyData, ((await load('published')) ?? undefined) as SurveyData | undefined, documentId ? await casesOf(strapi).surveys.countAnswers(documentId) : 0);
    if (problems.length > 0) throw refusal(problems);
    return next();
  });
}

/** All of them at once: the admin shows each at its field, and the message whole. */
function refusal(problems: readonly Problem[]): errors.ValidationError {
  const details = problems.map(({ field, message }) => ({ path: field.split('.'), message, name: 'ValidationError' }));
  return new errors.ValidationError(problems.map(({ message }) => message).join(''), { errors: details });
}
