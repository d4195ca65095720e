import { simplify } from './simplify.ts';
import type {
  AskMessage,
  IndexPlace,
  SearchAnswer,
  SearchProgress,
  SearchRequest,
  StartMessage,
  WorkerMessage,
} from './protocol.ts';

/** Pagefind never frees the postings it has read: after so many bytes of them the worker starts anew, from the browser's cache. */
const MOST_READ = 10_000_000;

/** Asks the engine. Loading starts with the first search. */
export type AskEngine = (
  request: SearchRequest,
  onProgress?: (progress: SearchProgress) => void,
) => Promise<SearchAnswer>;

interface Waiting {
  resolve(answer: SearchAnswer): void;
  reject(error: Error): void;
  onProgress: ((progress: SearchProgress) => void) | undefined;
}

/**
 * Connects a page with the engine in its worker. After an error the worker is dropped, so that asking again starts from
 * the newest index: shards may have been replaced since the page was opened.
 *
 * @param sisters Hosts of the other sites of its group.
 */
export function connectEngine(place: IndexPlace, today: string, sisters: readonly string[] = [], mostRead = MOST_READ): AskEngine {
  let worker: Worker | undefined;
  let asked = 0;
  let read = 0;
  const waiting = new Map<number, Waiting>();

  function stop(error: Error): void {
    worker?.terminate();
    worker = undefined;
    read = 0;
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  }

  function start(): Worker {
    const started = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
    started.onmessage = ({ data }: MessageEvent<WorkerMessage>) => {
      const one = waiting.get(data.number);
      if (!one) return;
      if ('progress' in data) return one.onProgress?.(data.progress);
      waiting.delete(data.number);
      if ('answer' in data) {
        read = data.read;
        one.resolve(data.answer);
      } else {
        one.reject(new Error(data.error));
        stop(new Error(data.error));
      }
    };
    started.onerror = (event) => stop(new Error(event.message || 'The search worker did not start'));
    started.postMessage({ ...place, today, sisters } satisfies StartMessage);
    return started;
  }

  return async ({ query, ...narrowed }, onProgress) => {
    const request = { ...narrowed, query: await simplify(query) };
    return new Promise((resolve, reject) => {
      if (read > mostRead && !waiting.size) stop(new Error('The search worker starts anew'));
      worker ??= start();
      const number = ++asked;
      waiting.set(number, { resolve, reject, onProgress });
      worker.postMessage({ number, request } satisfies AskMessage);
    });
  };
}
