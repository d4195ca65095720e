import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import type { FastifyInstance } from 'fastify';

const LOOPBACK = new Set(['127.0.0.1', '::1', 'localhost']);

/**
 * Listens on the port. A loopback host means both loopback addresses, IPv4 and IPv6: `localhost` is either.
 * @returns The port, which differs from the argument when that is 0.
 */
export async function listen(app: FastifyInstance, host: string, port: number): Promise<number> {
  if (!LOOPBACK.has(host)) {
    await app.listen({ host, port });
    return (app.server.address() as AddressInfo).port;
  }
  await app.listen({ host: '127.0.0.1', port });
  const bound = (app.server.address() as AddressInfo).port;
  const second = createServer({ requestTimeout: 30_000 }, (request, response) => app.routing(request, response));
  if (await tryListening(second, bound)) app.server.on('close', () => second.close());
  return bound;
}

/** A machine without IPv6 is served on IPv4 alone. @throws {Error} When the port is taken. */
function tryListening(server: Server, port: number): Promise<boolean> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRNOTAVAIL' || error.code === 'EAFNOSUPPORT') resolve(false);
      else reject(error);
    });
    server.listen({ host: '::1', port }, () => resolve(true));
  });
}
