import { annualReportCheck } from './annual-report.ts';
import type { Check } from './check.ts';
import { consultationCheck } from './consultation.ts';
import { interviewCheck } from './interview.ts';
import { publicNoticeCheck } from './public-notice.ts';
import { serviceItemCheck } from './service-item.ts';
import { surveyCheck } from './survey.ts';

/** The checks of this plugin. The app registers those that need what only it has, such as stored files. */
export const CHECKS = [
  annualReportCheck,
  consultationCheck,
  interviewCheck,
  publicNoticeCheck,
  serviceItemCheck,
  surveyCheck,
] as readonly Check<never>[] as readonly Check[];
