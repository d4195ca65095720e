import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import type { FastifyInstance } from 'fastify';

const LOOPBACK = new Set(['127.0.0.1', '::1', 'localhost']);
/** How often connections are looked at while the program stops, in milliseconds. */
const LOOK = 50;

/**
 * Listens on the port. A loopback host means both loopback addresses, IPv4 and IPv6: `localhost` is either.
 * @returns The port, which differs from the argument when that is 0.
 */
export async function listen(app: FastifyInstance, host: string, port: number): Promise<number> {
  const servers = [app.server];
  closeConnectionsInTime(app, servers);
  if (!LOOPBACK.has(host)) {
    await app.listen({ host, port });
    return (app.server.address() as AddressInfo).port;
  }
  await app.listen({ host: '127.0.0.1', port });
  const bound = (app.server.address() as AddressInfo).port;
  const second = createServer({ requestTimeout: 30_000 }, (request, response) => app.routing(request, response));
  if (await tryListening(second, bound)) servers.push(second);
  return bound;
}

/**
 * Closes each connection as soon as its answer is out once the program stops. Browsers keep connections open for more
 * than a minute, and Node closes only those that are idle at that very moment.
 */
function closeConnectionsInTime(app: FastifyInstance, servers: Server[]): void {
  app.addHook('preClose', async () => {
    const timer = setInterval(() => servers.forEach((server) => server.closeIdleConnections()), LOOK);
    app.server.once('close', () => clearInterval(timer));
    const others = servers.filter((server) => server !== app.server);
    await Promise.all(others.map((server) => new Promise((resolve) => server.close(resolve))));
  });
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
