import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

type Hear = (body: string, headers: IncomingMessage['headers']) => void;

/** Stands in for the publisher and for the API of a code forge, on one port. */
export interface Outside {
  port: number;
  /** @param hearOther Is told what is not for the publisher. */
  listen(hear: Hear, hearOther?: (url: string, ...rest: Parameters<Hear>) => void): void;
  /** From now on calls are cut off. The port stays taken: what is free is soon another suite's. */
  leave(): void;
  close(): void;
}

/** Takes a port; nobody listens there yet. */
export async function startOutside(): Promise<Outside> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const answer = (request: (request: IncomingMessage, response: ServerResponse) => void) => void server.removeAllListeners('request').on('request', request);
  const leave = () => answer((request) => request.destroy());
  leave();
  return {
    port: (server.address() as AddressInfo).port,
    listen: (hear, hearOther) =>
      answer((request, response) => {
        let body = '';
        request.on('data', (chunk: Buffer) => (body += chunk.toString()));
        request.on('end', () => {
          if (request.url === '/nudge') hear(body, request.headers);
          else if (request.url?.startsWith('/repos/')) hearOther?.(request.url, body, request.headers);
          response.writeHead(202).end();
        });
      }),
    leave,
    close: () => void server.close(),
  };
}
