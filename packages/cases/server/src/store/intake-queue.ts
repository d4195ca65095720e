import type { Intake, IntakeOutcome } from './intake-statements.ts';
import type { IntakeWriter } from './intake-writer.ts';

/** The most cases of one transaction. */
const BATCH = 100;

/**
 * Lets cases that arrive while the disk is being waited for share the next transaction. Each caller hears only after
 * its own case is stored; a single one waits for nobody.
 */
export function createIntakeQueue(write: IntakeWriter): (intake: Intake) => Promise<IntakeOutcome> {
  const waiting: { intake: Intake; resolve(outcome: IntakeOutcome): void; reject(error: unknown): void }[] = [];
  let writing = false;

  const drain = async () => {
    writing = true;
    while (waiting.length > 0) {
      const batch = waiting.splice(0, BATCH);
      try {
        const outcomes = await write(batch.map(({ intake }) => intake));
        batch.forEach(({ resolve }, index) => resolve(outcomes[index]!));
      } catch (error) {
        batch.forEach(({ reject }) => reject(error));
      }
    }
    writing = false;
  };

  return (intake) =>
    new Promise((resolve, reject) => {
      waiting.push({ intake, resolve, reject });
      if (!writing) void drain();
    });
}
