import type { CaseState, TimelineStep } from '@mingchuang/content';

import type { StepRow } from '../store/case-row.ts';

/** Steps the citizen and the public see, and as what. The rest is the house's own. */
const SHOWN: Record<string, CaseState> = {
  file: 'received',
  assign: 'assigned',
  return: 'received',
  accept: 'handling',
  approve: 'answered',
  publish: 'public',
  close: 'closed',
  withdraw: 'closed',
  rate: 'rated',
};

/** The timeline for citizens: no names of staff, no remarks. */
export function timelineOf(steps: readonly StepRow[]): TimelineStep[] {
  return steps.flatMap(({ event, at, note }) => {
    const state = SHOWN[event];
    return state ? [{ state, at, ...(note && { note }) }] : [];
  });
}
