import { parentPort, workerData } from 'node:worker_threads';

import type { Drawable } from '@mingchuang/content';
import { loadRenderer } from '@mingchuang/renderer';

import { explainError } from '../errors.ts';
import { drawSheet, type Sheet } from './draw-sheet.ts';

/** What a thread is told when it starts. */
export interface ThreadTask {
  /** Of the built renderer. */
  folder: string;
}

/** What a thread answers: first the version of its renderer, then something for each page, by number. */
export type ThreadMessage = { version: string } | { number: number; sheet: Sheet } | { number: number; reason: string };

const renderer = await loadRenderer((workerData as ThreadTask).folder);
const say = (message: ThreadMessage) => parentPort!.postMessage(message);

parentPort!.on('message', ({ number, page }: { number: number; page: Drawable }) => {
  drawSheet(renderer, page).then(
    (sheet) => say({ number, sheet }),
    (error: unknown) => say({ number, reason: explainError(error) }),
  );
});
say({ version: renderer.version });
