import { join } from 'node:path';
import { Worker } from 'node:worker_threads';

import type { FileReport } from './inspect-file.ts';

/** How long a file may take, ms. */
const PATIENCE = 20_000;
const MEMORY_MB = 512;
const tooMuch: FileReport = { hits: [], unread: '太大或者太复杂，读不完' };

/**
 * Inspects a file in a thread of its own: a crooked or enormous one takes no time and no memory from the editors, and is
 * given up when it takes too much.
 */
export function inspectInThread(extension: string, bytes: Uint8Array): Promise<FileReport> {
  return new Promise((resolve) => {
    const worker = new Worker(join(__dirname, 'attachment-worker.js'), {
      workerData: { extension, bytes },
      resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
      stdout: true,
      stderr: true,
    });
    const timer = setTimeout(() => end(tooMuch), PATIENCE);
    const end = (report: FileReport) => {
      clearTimeout(timer);
      void worker.terminate();
      resolve(report);
    };
    worker.once('message', end);
    worker.once('error', () => end(tooMuch));
    worker.once('exit', () => end(tooMuch));
  });
}
