import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';

const GATEWAY = resolve(import.meta.dirname, '../../../gateway/src/main.ts');

export interface GatewayProcess {
  port: number;
  /** What it said so far, a line of JSON each. */
  lines: string[];
  stop(): Promise<void>;
}

/** Starts the gateway as operators do, over a publisher's data folder, on a free port. */
export async function startGatewayProcess(dataDir: string, publicKeyFile: string): Promise<GatewayProcess> {
  const env = {
    PATH: process.env.PATH, HOST: '127.0.0.1', PORT: '0', DATA_DIR: dataDir, CMS_URL: 'http://127.0.0.1:1', GATEWAY_TOKEN: 'token',
    RELEASE_PUBLIC_KEY_FILE: publicKeyFile, RENDERER_DIR: `${dataDir}/no-renderer`, CASE_QUEUE_KEY: Buffer.alloc(32, 7).toString('base64'),
  };
  const child = spawn(process.execPath, ['--import', 'tsx', GATEWAY], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  const lines: string[] = [];
  let rest = '';
  const listens = new Promise<number>((resolvePort, reject) => {
    child.once('exit', (code) => reject(new Error(`The gateway ended with ${code}: ${lines.join('\n')}`)));
    child.stdout.on('data', (chunk: Buffer) => {
      const pieces = (rest + chunk.toString()).split('\n');
      rest = pieces.pop()!;
      lines.push(...pieces);
      const found = pieces.find((line) => line.includes('gateway listens'));
      if (found) resolvePort((JSON.parse(found) as { port: number }).port);
    });
  });
  return {
    port: await listens,
    lines,
    async stop() {
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
    },
  };
}
