import { hkdfSync } from 'node:crypto';

/** Keys for different purposes, all derived from CASE_QUEUE_KEY: knowing one tells nothing about another. */
export interface Keys {
  queue: Buffer;
  receipt: Buffer;
  viewToken: Buffer;
  caseIdentity: Buffer;
}

export function deriveKeys(secret: Buffer): Keys {
  const derive = (purpose: string) => Buffer.from(hkdfSync('sha256', secret, '', `mingchuang gateway ${purpose}`, 32));
  return { queue: derive('queue'), receipt: derive('receipt'), viewToken: derive('view token'), caseIdentity: derive('case identity') };
}
