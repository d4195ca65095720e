import { createHmac } from 'node:crypto';

import { createCaseNumber, createQueryCode, shanghaiDate } from '@mingchuang/content';

import type { FirstView } from './view-token.ts';

export interface CaseIdentity {
  number: string;
  code: string;
}

/**
 * Gives a case its number and query code. They are drawn from a secret key, the form it was written on and what was
 * written, so the same form sent twice (a double click, a retry after a broken line, another gateway) is the same case
 * and is stored once. To anyone without the key they are as unguessable as chance.
 * @param attempt Another one gives another number, for when a number is taken already.
 */
export function identifyCase(key: Buffer, view: FirstView, submission: object, now: number, attempt = 0): CaseIdentity {
  const pick = createPicker(key, JSON.stringify([view.nonce, submission, attempt]));
  return { number: createCaseNumber(shanghaiDate(new Date(now)), pick), code: createQueryCode(pick) };
}

/** A stream of even random integers from a key and a seed. */
function createPicker(key: Buffer, seed: string): (below: number) => number {
  let block = Buffer.alloc(0);
  let blocks = 0;
  return (below) => {
    const even = 256 - (256 % below);
    for (;;) {
      if (block.length === 0) block = createHmac('sha256', key).update(`${blocks++}:${seed}`).digest();
      const byte = block[0]!;
      block = block.subarray(1);
      if (byte < even) return byte % below;
    }
  };
}
