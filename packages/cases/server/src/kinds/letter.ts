import { LETTER_LIMITS } from '@mingchuang/content';

import type { LetterKind } from './kind.ts';

/**
 * 来信: an enquiry, a call for help, a complaint or a suggestion to the government.
 *
 * Limits: 《政府网站与政务新媒体检查指标》 wants simple questions answered within 5 working days; 《政府网站发展指引》
 * allows 15 for what is complex.
 */
export const letterKind: LetterKind = {
  key: 'letter',
  label: '来信',
  read: 'read',
  limits: LETTER_LIMITS,
  personal: ['name', 'phone'],
  published: ['title', 'body', 'answer'],
  rectificationLimit: 15,
};
