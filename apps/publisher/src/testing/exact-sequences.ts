import fc from 'fast-check';

import { anyStep } from './edits/any-step.ts';
import { readSeed } from './edits/read-seed.ts';
import { prepareCity } from './exactness.ts';

export interface Thoroughness {
  /** Sequences of edits. */
  count: number;
  /** The most publications of one. */
  steps: number;
  /** Of so many sequences one ends with asking search, and with a publication into an empty folder. */
  searchOf: number;
  scratchOf: number;
}

/**
 * Publishes sequences of random edits to the examples' city, and after every publication expects the site to be that of a
 * full draw; at the end of some, search to answer as an index built from scratch, and everything to be as published into
 * an empty folder.
 */
export async function checkSequences({ count, steps, searchOf, scratchOf }: Thoroughness): Promise<void> {
  const seed = readSeed();
  const prepared = await prepareCity();
  let begun = 0;
  const sequence = fc.asyncProperty(fc.array(anyStep, { minLength: 1, maxLength: steps, size: 'max' }), async (taken) => {
    const run = await prepared.run();
    const number = begun++;
    try {
      for (const step of taken) {
        await run.take(step);
        await run.expectFullDraw();
      }
      if (number % searchOf === 0) await run.expectSearchAnswers();
      if (number % scratchOf === 0) await run.expectPublicationFromScratch();
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
