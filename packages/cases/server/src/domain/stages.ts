import type { CaseState } from '@mingchuang/content';

/** Where a case stands for the people who work on it. The citizen sees fewer steps: `stateShown`. */
export const STAGES = ['received', 'assigned', 'handling', 'review', 'answered', 'public', 'closed'] as const;
export type Stage = (typeof STAGES)[number];

export const EVENTS = [
  'assign',
  'accept',
  'return',
  'draft',
  'submit',
  'recall',
  'approve',
  'reject',
  'prepare',
  'publish',
  'close',
  'withdraw',
  'rate',
  'rectify',
  'quarantine',
  'release',
] as const;
export type CaseEvent = (typeof EVENTS)[number];

/**
 * The whole life of a case. What is not in the table cannot happen.
 *
 * A rating may come before or after publication, so it is a fact beside the stage; quarantine too. Overdue is
 * computed from the deadline and stands nowhere.
 */
export const TRANSITIONS: Record<Stage, Partial<Record<CaseEvent, Stage>>> = {
  received: { assign: 'assigned', quarantine: 'received', release: 'received' },
  assigned: { assign: 'assigned', accept: 'handling', return: 'received', quarantine: 'assigned', release: 'assigned' },
  handling: { assign: 'assigned', return: 'received', draft: 'handling', submit: 'review', quarantine: 'handling', release: 'handling' },
  review: { recall: 'handling', approve: 'answered', reject: 'handling' },
  answered: { prepare: 'answered', publish: 'public', close: 'closed', rate: 'answered', rectify: 'answered' },
  public: { rate: 'public', rectify: 'public', withdraw: 'closed' },
  closed: { rate: 'closed', rectify: 'closed' },
};

/** What the rules look at beside the stage. */
export interface CaseFacts {
  stage: Stage;
  quarantined: boolean;
  mayPublish: boolean;
  rated: boolean;
  /** A bad rating waits to be put right. */
  rectifying: boolean;
}

/** The stage an event leads to, or undefined when it cannot happen now. */
export function nextStage(facts: CaseFacts, event: CaseEvent): Stage | undefined {
  const next = TRANSITIONS[facts.stage][event];
  if (!next) return undefined;
  if (event === 'release') return facts.quarantined ? next : undefined;
  if (facts.quarantined) return undefined;
  if ((event === 'publish' || event === 'prepare') && !facts.mayPublish) return undefined;
  if (event === 'rate' && facts.rated) return undefined;
  if (event === 'rectify' && !facts.rectifying) return undefined;
  return next;
}

/** The step the citizen sees. A case is rated once it is finished and has a rating. */
export function stateShown({ stage, rated }: Pick<CaseFacts, 'stage' | 'rated'>): CaseState {
  if (stage === 'review') return 'handling';
  if (rated && (stage === 'public' || stage === 'closed')) return 'rated';
  return stage;
}

/** The stages in which the answer is with the citizen. */
export function isAnswered(stage: Stage): boolean {
  return stage === 'answered' || stage === 'public' || stage === 'closed';
}
