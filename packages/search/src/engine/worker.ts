import { openEngine, type Engine } from './open-engine.ts';
import type { AskMessage, StartMessage, WorkerMessage } from './protocol.ts';

const send = postMessage as (message: WorkerMessage) => void;
let engine: Promise<Engine> | undefined;

addEventListener('message', ({ data }: MessageEvent<StartMessage | AskMessage>) => {
  if ('base' in data) {
    engine = openEngine(data, data.today, data.sisters);
    // A failed start is told to whoever asks.
    engine.catch(() => undefined);
  } else void answer(data);
});

async function answer({ number, request }: AskMessage): Promise<void> {
  try {
    const opened = await engine;
    if (!opened) throw new Error('The search worker was asked before it was started');
    const answer = await opened.search(request, (progress) => send({ number, progress }));
    send({ number, answer, read: opened.read() });
  } catch (error) {
    send({ number, error: error instanceof Error ? error.message : String(error) });
  }
}
