import type { EntryOf } from '@mingchuang/content';

/** The types that live in a column and have a dated page there. */
export const DOCUMENT_TYPES = [
  'article',
  'policy-document',
  'interpretation',
  'service-item',
  'faq',
  'journey',
  'disclosure-page',
  'annual-report',
  'public-notice',
  'power-item',
  'budget',
  'statistic',
  'project',
  'leader',
  'dataset',
  'topic',
  'consultation',
  'survey',
  'interview',
  'supervision-report',
] as const;
export type DocumentType = (typeof DOCUMENT_TYPES)[number];
export type DocumentEntry = { [T in DocumentType]: EntryOf<T> }[DocumentType];
