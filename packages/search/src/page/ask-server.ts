import type { AskEngine } from '../engine/connect.ts';
import type { SearchAnswer } from '../engine/protocol.ts';

/** After this long the browser searches by itself (milliseconds). */
const PATIENCE = 8000;

/**
 * Asks the engine on the server. What that does not answer, and searches of several sites, the browser's own engine does.
 *
 * @param address Takes a form by POST, since addresses are written into logs.
 */
export function askServer(address: string, own: AskEngine): AskEngine {
  return async (request, onProgress) => {
    if (!request.everywhere) {
      const body = new URLSearchParams({ request: JSON.stringify(request) });
      const response = await fetch(address, { method: 'POST', body, signal: AbortSignal.timeout(PATIENCE) }).catch(() => undefined);
      if (response?.ok) return (await response.json()) as SearchAnswer;
    }
    return own(request, onProgress);
  };
}
