import type { Standing } from '../../../server/src/editions/standing.ts';
import type { Move } from '../../../server/src/flow/moves.ts';
import { type MoveForm, MOVE_FORMS, SIGNING, SUBMIT_CHANGE } from './move-forms.ts';
import { type Given, toMinute } from './move-input.ts';

/** What has to be asked before a move is made now, and what is known already; nothing when one press is enough. */
export function formOf(move: Move, { edition, stages, published }: Standing): { form: MoveForm; given: Given } | undefined {
  const at = edition?.publishAt ? { at: toMinute(edition.publishAt) } : {};
  if (move === 'submit') {
    if (!published) return undefined;
    const change = edition?.changeKind ? { changeKind: edition.changeKind, ...(edition.changeNote ? { changeNote: edition.changeNote } : {}) } : {};
    return { form: SUBMIT_CHANGE, given: { ...change, ...at } };
  }
  if (move === 'approve' && stages.at(-1)?.state === 'current') return { form: SIGNING, given: at };
  const form = MOVE_FORMS[move];
  return form && { form, given: move === 'schedule' ? at : {} };
}
