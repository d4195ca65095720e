import type { Move } from '../../flow/moves.ts';
import type { MoveHandler } from './done.ts';
import { cancelWithdrawal, discard, move, restore, withdraw } from './live-moves.ts';
import { schedule, unschedule } from './plan-moves.ts';
import { confirm, force, publish } from './publish-moves.ts';
import { approve, claim, reassign, recall, release, returnEdition } from './review-moves.ts';
import { submit } from './submit.ts';

/** What each move does, once the table has allowed it. */
export const MOVE_HANDLERS: Record<Move, MoveHandler> = {
  submit,
  recall,
  claim,
  release,
  approve,
  return: returnEdition,
  reassign,
  schedule,
  unschedule,
  publish,
  force,
  discard,
  confirm,
  withdraw,
  'cancel-withdrawal': cancelWithdrawal,
  restore,
  move,
};
