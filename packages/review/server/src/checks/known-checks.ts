import { gatherFiles } from '../facts/attachments.ts';
import { findLastReport } from '../facts/last-report.ts';
import { gatherLinks } from '../facts/links.ts';
import { listOfficials } from '../facts/officials.ts';
import { findSurvey } from '../facts/published-survey.ts';
import { countOpinions } from '../facts/received.ts';
import { createDictionary } from '../words/dictionary.ts';
import { annualReportCheck } from './annual-report.ts';
import { attachmentsCheck } from './attachments.ts';
import { consultationCheck } from './consultation.ts';
import { interpretationCheck } from './interpretation.ts';
import { linksCheck } from './links.ts';
import { LIVE_CHECKS } from './live-checks.ts';
import { officialsCheck } from './officials.ts';
import { register, type RegisteredCheck } from './registered.ts';
import { requiredCheck } from './required.ts';
import { surveyCheck } from './survey.ts';
import { wordsCheck } from './words.ts';

/** The checks of this plugin. The app registers those that need what only it has, such as tables of data. */
export const CHECKS: readonly RegisteredCheck<never>[] = [
  register({ check: requiredCheck }),
  ...LIVE_CHECKS.map((check) => register({ check })),
  register({
    check: annualReportCheck,
    reads: ['agency'],
    gather: ({ values }, { strapi }) => findLastReport(strapi, values),
  }),
  register({
    check: consultationCheck,
    gather: (_document, { strapi, documentId }) => (documentId ? countOpinions(strapi, documentId) : 0),
  }),
  register({ check: surveyCheck, gather: (_document, { strapi, documentId }) => findSurvey(strapi, documentId) }),
  register({ check: interpretationCheck, reads: ['interpretations'] }),
  register({ check: wordsCheck, gather: (_document, { strapi }) => createDictionary(strapi).words() }),
  register({ check: officialsCheck, gather: (_document, { strapi }) => listOfficials(strapi) }),
  register({ check: linksCheck, gather: gatherLinks }),
  register({ check: attachmentsCheck, gather: gatherFiles }),
];
