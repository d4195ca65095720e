import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';

import type { Drawable, Renderer } from '@mingchuang/content';

import type { Sheet } from './draw-sheet.ts';
import type { ThreadMessage, ThreadTask } from './thread.ts';

/** A further processor that draws pages. */
export interface DrawingThread {
  /** Settles once it can draw: false when it never will. */
  ready: Promise<boolean>;
  /** Draws and checks a page. @throws {ThreadLost} When the thread has ended; anything else is what the template threw. */
  draw(page: Drawable): Promise<Sheet>;
  stop(): void;
}

/** The thread ended, for want of memory for instance: somebody else has to draw the page. */
export class ThreadLost extends Error {
  override name = 'ThreadLost';
}

/** In what is built of the program, beside it; from sources, by what reads TypeScript. */
const SOURCES = import.meta.url.endsWith('.ts');
const FILE = new URL(SOURCES ? './thread.ts' : './draw-thread.js', import.meta.url);
const FROM_SOURCES = `import('tsx/esm/api').then(({ register }) => { register(); return import('${FILE.href}'); })`;

/** Each holds a renderer, some 100 MB; and one that plans and stores has work for no more. */
const MOST = 4;

/** Starts a thread for each processor but that which plans and stores, up to four; none for a renderer that is no build. */
export function startThreads({ folder, version }: Pick<Renderer, 'folder' | 'version'>, processors = availableParallelism()): DrawingThread[] {
  return folder === undefined ? [] : Array.from({ length: Math.min(MOST, processors - 1) }, () => startThread(folder, version));
}

/**
 * Starts a thread with a renderer of its own, which keeps no process alive.
 * @param version Of the renderer it stands in for: one that was built anew meanwhile draws other pages, and is not used.
 */
function startThread(folder: string, version: string): DrawingThread {
  const worker = new Worker(SOURCES ? FROM_SOURCES : FILE, { workerData: { folder } satisfies ThreadTask, eval: SOURCES });
  worker.unref();
  const waiting = new Map<number, { resolve(sheet: Sheet): void; reject(error: Error): void }>();
  let isLost = false;
  let numbers = 0;

  const ready = new Promise<boolean>((resolve) => {
    const lose = () => {
      isLost = true;
      resolve(false);
      for (const { reject } of waiting.values()) reject(new ThreadLost());
      waiting.clear();
    };
    worker.on('error', lose);
    worker.on('exit', lose);
    worker.on('message', (message: ThreadMessage) => {
      if ('version' in message) return resolve(message.version === version);
      const asked = waiting.get(message.number);
      waiting.delete(message.number);
      if ('sheet' in message) asked?.resolve(message.sheet);
      else asked?.reject(new Error(message.reason));
    });
  });

  return {
    ready,
    draw: (page) =>
      new Promise((resolve, reject) => {
        if (isLost) return reject(new ThreadLost());
        const number = ++numbers;
        waiting.set(number, { resolve, reject });
        worker.postMessage({ number, page });
      }),
    stop: () => void worker.terminate(),
  };
}
