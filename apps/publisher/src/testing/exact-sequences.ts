import fc from 'fast-check';

import { anyStep } from './edits/any-step.ts';
import { prepareCity } from './exactness.ts';

/** How many of the sequences end with the dearest comparison. */
const FROM_SCRATCH = 5;

/**
 * Publishes sequences of random edits to the examples' city, and after every publication expects the site to be that of a
 * full draw; at the end of each, search to answer as an index built from scratch; at the end of every fifth, everything to
 * be as published into an empty folder. Says its seed; EXACT_SEED repeats one.
 */
export async function checkSequences(count: number): Promise<void> {
  const seed = Number(process.env.EXACT_SEED ?? Date.now() % 2 ** 31);
  process.stdout.write(`EXACT_SEED=${seed}\n`);
  const prepared = await prepareCity();
  let ended = 0;
  const sequence = fc.asyncProperty(fc.array(anyStep, { minLength: 2, maxLength: 4, size: 'max' }), async (steps) => {
    const run = await prepared.run();
    try {
      for (const step of steps) {
        await run.take(step);
        await run.expectFullDraw();
      }
      await run.expectSearchAnswers();
      if (ended++ % FROM_SCRATCH === 0) await run.expectPublicationFromScratch();
    } finally {
      await run.end();
    }
  });
  try {
    // A failure is told as it is found: to shrink it would take longer than to read it.
    await fc.assert(sequence, { numRuns: count, seed, endOnFailure: true });
  } finally {
    prepared.close();
  }
}
