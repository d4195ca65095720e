import { Worker } from 'node:worker_threads';

import type { Browser } from '@playwright/test';

/** How many times slower a telephone computes. */
export const SLOWER = 4;

/** Stops and continues processes of a browser, workers and all: DevTools' throttling reaches the main thread of pages only. */
const DUTY = `
const { parentPort } = require('node:worker_threads');
const clock = new Int32Array(new SharedArrayBuffer(4));
let pids = [];
const send = (signal) => { pids = pids.filter((pid) => { try { return process.kill(pid, signal); } catch { return false; } }); };
parentPort.on('message', (given) => { send('SIGCONT'); pids = given; });
(function turn() {
  if (pids.length) {
    send('SIGSTOP');
    Atomics.wait(clock, 0, 0, 10 * (${SLOWER} - 1));
    send('SIGCONT');
    Atomics.wait(clock, 0, 0, 10);
  }
  setTimeout(turn, pids.length ? 0 : 50);
})();
`;

/** Slows a browser's pages down. */
export interface Brake {
  /** Slows the pages open now, until it is called without them. */
  hold(): Promise<void>;
  free(): void;
  close(): Promise<unknown>;
}

/** Makes a brake for the pages of a browser; on Windows it does nothing. */
export async function openBrake(browser: Browser): Promise<Brake> {
  const worker = new Worker(DUTY, { eval: true });
  return {
    async hold() {
      worker.postMessage(process.platform === 'win32' ? [] : await renderersOf(browser));
    },
    free: () => worker.postMessage([]),
    async close() {
      worker.postMessage([]);
      return worker.terminate();
    },
  };
}

/** The processes of a browser that draw pages and run their scripts. */
export async function renderersOf(browser: Browser): Promise<number[]> {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  return processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => id);
}
