import type { CaseKind } from './kind.ts';

/**
 * 征集意见: what somebody thinks of a draft. Each is weighed; what became of all of them is published as one report
 * (《重大行政决策程序暂行条例》 art. 18), no opinion by itself.
 */
export const opinionKind: CaseKind = {
  key: 'opinion',
  label: '征集意见',
  read: 'opinion-read',
  personal: ['name', 'phone'],
  published: [],
};
