import type { Guide } from '../guides/guide.ts';
import { inspectGuide } from '../guides/inspect-guide.ts';
import type { Check, Example } from './check.ts';

const type = 'api::service-item.service-item';

/** A service guide that contradicts itself is not published; the other rules of guides are advice. */
export const serviceItemCheck: Check = {
  id: 'service-item',
  title: '办事指南',
  heaviest: 'block',
  types: [type],
  find: ({ values }) =>
    inspectGuide(values as Guide).map(({ weight, field, message, remedy, clause }) => ({
      level: weight === 'contradiction' ? 'block' : 'hint',
      field,
      message,
      remedy,
      clause,
    })),
};

const quiet: Guide = {
  plainName: '办居住证',
  summary: '住满半年就能办。',
  targets: ['person'],
  caseType: 'promised',
  statutoryLimit: 15,
  statutoryUnit: 'workday',
  promisedLimit: 8,
  promisedUnit: 'workday',
  charged: false,
  visits: 0,
  channels: ['mail'],
  steps: ['受理', '审核', '审批', '办结', '送达'].map((name) => ({ name, actor: '市公安局', duration: '1 天' })),
  consultationPhone: '0000-660 5122',
  complaintPhone: '12345',
  version: '3.0',
  effectiveOn: '2026-08-01',
};

export const examples: readonly Example[] = [
  { says: 'a guide with nothing against it', type, values: { ...quiet }, finds: [] },
  {
    says: 'a guide that promises more time than the law gives, and forgets its version',
    type,
    values: { ...quiet, promisedLimit: 20, version: '' },
    finds: ['block promisedLimit', 'hint version'],
  },
];
