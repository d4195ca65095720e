import { closeSync, fsyncSync, openSync, renameSync, writeFileSync } from 'node:fs';

/** Writes a file so that a reader, or a machine that stops half-way, sees the old content or the new and nothing between. */
export function replaceFile(file: string, content: string | Uint8Array): void {
  const draft = `${file}.draft`;
  writeFileSync(draft, content);
  const descriptor = openSync(draft, 'r');
  fsyncSync(descriptor);
  closeSync(descriptor);
  renameSync(draft, file);
}
