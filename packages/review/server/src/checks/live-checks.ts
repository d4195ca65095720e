import type { Check } from './check.ts';
import { datesCheck } from './dates.ts';
import { documentNumberCheck } from './document-number.ts';
import { fullWidthCheck } from './full-width.ts';
import { headingsCheck } from './headings.ts';
import { interviewCheck } from './interview.ts';
import { linkWordsCheck } from './link-words.ts';
import { numbersCheck } from './numbers.ts';
import { personalDataCheck } from './personal-data.ts';
import { picturesCheck } from './pictures.ts';
import { publicNoticeCheck } from './public-notice.ts';
import { punctuationCheck } from './punctuation.ts';
import { serviceItemCheck } from './service-item.ts';
import { tablesCheck } from './tables.ts';

/** Checks that need nothing but the document: the admin runs them at every pause in typing. */
export const LIVE_CHECKS: readonly Check[] = [
  serviceItemCheck,
  interviewCheck,
  publicNoticeCheck,
  personalDataCheck,
  headingsCheck,
  tablesCheck,
  picturesCheck,
  linkWordsCheck,
  documentNumberCheck,
  datesCheck,
  numbersCheck,
  punctuationCheck,
  fullWidthCheck,
];
