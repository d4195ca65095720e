import type { Right } from '../actions.ts';
import type { Actor } from './actor.ts';
import { EVENTS, nextStage, type CaseEvent, type CaseFacts } from './stages.ts';

/** The rights of which one is needed for an event that staff bring about. */
const NEEDED: Record<Exclude<CaseEvent, 'rate'>, readonly Right[]> = {
  assign: ['assign'],
  accept: ['handle'],
  return: ['handle'],
  draft: ['handle'],
  submit: ['handle'],
  recall: ['handle'],
  approve: ['approve'],
  reject: ['approve'],
  prepare: ['handle', 'approve'],
  publish: ['approve'],
  close: ['approve'],
  withdraw: ['approve'],
  rectify: ['handle'],
  quarantine: ['handle', 'assign'],
  release: ['handle', 'assign'],
};

/** Events of the second pair of eyes: nobody does them to an answer they wrote in, and nobody without a name at all. */
const FOUR_EYES: ReadonlySet<CaseEvent> = new Set(['approve', 'publish']);

/** Why an event is refused. */
export type Refusal = 'right' | 'stage' | 'four-eyes';

/** Says whether a person may bring an event about; undefined when they may. */
export function refusal(event: CaseEvent, facts: CaseFacts & { writers: readonly number[] }, actor: Actor): Refusal | undefined {
  if (event === 'rate') return 'right';
  if (!NEEDED[event].some((right) => actor.rights.has(right))) return 'right';
  if (!nextStage(facts, event)) return 'stage';
  if (FOUR_EYES.has(event) && (actor.id === null || facts.writers.includes(actor.id))) return 'four-eyes';
  return undefined;
}

/** Everything a person may do with a case now, for the buttons on its page. */
export function possibleEvents(facts: CaseFacts & { writers: readonly number[] }, actor: Actor): CaseEvent[] {
  return EVENTS.filter((event) => refusal(event, facts, actor) === undefined);
}
