import type { Finding } from './finding.ts';

/** A finding with what somebody has said of it. */
export interface WaivedFinding extends Finding {
  waiver?: { kind: 'confirmed' | 'overridden'; name: string; at: string; reason?: string };
}

/** Whether a finding holds a document at the gates: what stops and is not overridden, what wants a tick and has none. */
export function holds({ level, waiver }: WaivedFinding): boolean {
  if (level === 'block') return waiver?.kind !== 'overridden';
  return level === 'confirm' && waiver === undefined;
}
