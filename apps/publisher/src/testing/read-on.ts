import { createHash } from 'node:crypto';
import { Agent, get } from 'node:http';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';

/** One answer, and what it says of itself. */
export interface Reading {
  path: string;
  status: number;
  /** Without quotes, and without the encoding it was sent in. */
  etag: string;
  /** SHA-256 of the body, first 32 hex digits. */
  hash: string;
  /** The release it says to be of: `第 12 版`. */
  version: number | undefined;
  /** Address of the style sheet it names. */
  style: string | undefined;
}

const ENCODINGS = ['br', 'gzip', 'identity'] as const;
const DECODE: Record<string, (body: Buffer) => Buffer> = { br: brotliDecompressSync, gzip: gunzipSync };

/**
 * Reads pages over one connection, one after the other, each with the style sheet it names, until told to stop.
 * @throws {Error} When the connection breaks or an answer is not as long as it says.
 */
export async function readOn(port: number, paths: readonly string[], isDone: () => boolean): Promise<Reading[]> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const readings: Reading[] = [];
  try {
    for (let turn = 0; !isDone(); turn++) {
      const reading = await ask(agent, port, paths[turn % paths.length]!, ENCODINGS[turn % ENCODINGS.length]!);
      readings.push(reading);
      if (reading.style) readings.push(await ask(agent, port, reading.style, ENCODINGS[turn % ENCODINGS.length]!));
      await new Promise((resolve) => setTimeout(resolve, 3));
    }
    return readings;
  } finally {
    agent.destroy();
  }
}

function ask(agent: Agent, port: number, path: string, encoding: string): Promise<Reading> {
  return new Promise((resolve, reject) => {
    const request = get({ agent, host: '127.0.0.1', port, path, headers: { 'accept-encoding': encoding } }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () => {
        const sent = Buffer.concat(chunks);
        const { 'content-length': length, 'content-encoding': used = '', etag = '' } = response.headers;
        if (Number(length) !== sent.length) return reject(new Error(`${path} is ${sent.length} bytes of ${length}`));
        const body = DECODE[used]?.(sent) ?? sent;
        const text = body.toString('utf8');
        const version = /第 (\d+) 版/.exec(text)?.[1];
        const style = /<link rel="stylesheet" href="([^"]+)"/.exec(text)?.[1];
        resolve({
          path,
          status: response.statusCode!,
          etag: etag.replace(/^W\/|"/g, '').replace(/-(br|gz)$/, ''),
          hash: createHash('sha256').update(body).digest('hex').slice(0, 32),
          version: version === undefined ? undefined : Number(version),
          style: style && new URL(style, `http://x${path}`).pathname,
        });
      });
    });
    request.on('error', reject);
  });
}
