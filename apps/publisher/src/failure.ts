import { explainError, PublishError } from './errors.ts';
import type { Cause, Run } from './store/ledger.ts';

/** What the ledger says of a publication that failed as a whole. */
export function describeFailure(now: Date, cause: Cause, startedAt: Date, error: unknown): Run {
  const step = error instanceof PublishError ? error.step : 'unknown';
  return {
    startedAt: startedAt.toISOString(),
    cause,
    outcome: 'failed',
    seconds: { [step]: (now.getTime() - startedAt.getTime()) / 1000 },
    drawn: 0,
    kept: 0,
    removed: 0,
    bytes: 0,
    blocked: [],
    warnings: [],
    error: explainError(error),
  };
}
