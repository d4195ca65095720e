import { writeFileSync } from 'node:fs';

import type { Snapshot } from '@mingchuang/content';
import { CASE_SCHEMAS, CONTENT_SCHEMAS, type AnyEntry, type TypeName } from '@mingchuang/content';

/** Writes a snapshot as the feed would export it, for builds without a CMS. */
export function writeExport(file: string, snapshot: Snapshot): void {
  const types = [...Object.keys(CONTENT_SCHEMAS), ...Object.keys(CASE_SCHEMAS)] as TypeName[];
  const entries = types.flatMap((type) => [...snapshot.all(type)] as unknown as AnyEntry[]);
  const lines = [
    { kind: 'head', epoch: snapshot.epoch, full: true },
    ...entries.map((entry) => ({ kind: 'entry', ...entry })),
    ...snapshot.addresses().map((address) => ({ kind: 'address', ...address })),
    { kind: 'end', sequence: snapshot.sequence, more: false },
  ];
  writeFileSync(file, lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
}
