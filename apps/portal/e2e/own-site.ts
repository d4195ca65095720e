import { createServer, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import { EXAMPLE_TODAY, exampleSnapshot } from '@mingchuang/content/examples';

import { builtRenderer } from '../tests/built-renderer.ts';
import { exampleDrawables } from './example-drawables.ts';
import { servePages } from './serve-pages.ts';

/** The examples on a port of their own, with a network that can be cut and pages that can be changed. */
export interface OwnSite {
  url: string;
  /** Status to answer with at a path, instead of the page. */
  statuses: Map<string, number>;
  /** Text to put before the end of the page at a path. */
  additions: Map<string, string>;
  cutNetwork(): Promise<void>;
  mendNetwork(): Promise<void>;
  close(): Promise<void>;
}

const portOf = (server: Server) => (server.address() as AddressInfo).port;

function stop(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((stopped) => server.close(() => stopped()));
}

/** Opens a site whose server stands before the one of all other tests. */
export async function openOwnSite(): Promise<OwnSite> {
  const inner = await servePages({ renderer: await builtRenderer(), snapshot: exampleSnapshot(), today: EXAMPLE_TODAY, port: 0, extra: exampleDrawables() });
  const statuses = new Map<string, number>();
  const additions = new Map<string, string>();

  const front = () =>
    createServer(({ url = '/', method, headers }, answer) => {
      const { pathname } = new URL(url, 'http://site');
      const status = statuses.get(pathname);
      if (status) return void answer.writeHead(status, { 'content-type': 'text/html' }).end('<h1>没有了</h1>');
      const outgoing = request({ host: '127.0.0.1', port: portOf(inner), path: url, method, headers }, (response) => {
        answer.writeHead(response.statusCode ?? 500, response.headers);
        const addition = additions.get(pathname);
        if (!addition) return void response.pipe(answer);
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () => answer.end(Buffer.concat(chunks).toString('utf8').replace('</main>', `${addition}</main>`)));
      });
      outgoing.on('error', () => answer.destroy());
      outgoing.end();
    });
  const listen = async (port: number) => {
    const server = front();
    await new Promise<void>((ready) => server.listen(port, '127.0.0.1', ready));
    return server;
  };

  let server = await listen(0);
  const port = portOf(server);
  return {
    url: `http://127.0.0.1:${port}`,
    statuses,
    additions,
    cutNetwork: () => stop(server),
    mendNetwork: async () => void (server = await listen(port)),
    close: async () => {
      if (server.listening) await stop(server);
      await stop(inner);
    },
  };
}
