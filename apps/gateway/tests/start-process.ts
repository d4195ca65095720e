import { spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { fileURLToPath } from 'node:url';

import type { ReleaseMaker } from './release-maker.ts';
import { until } from './start-gateway.ts';

const PROGRAM = fileURLToPath(new URL('gateway-process.ts', import.meta.url));

export interface GatewayProcess {
  child: ChildProcess;
  port: number;
  /** Its CASE_QUEUE_KEY. */
  secret: Buffer;
}

/** Starts a gateway in a process of its own, which can be killed. */
export async function startProcess(dataDir: string, cmsUrl: string, maker: ReleaseMaker, secret = randomBytes(32)): Promise<GatewayProcess> {
  const publicKey = maker.publicKey.export({ type: 'spki', format: 'pem' });
  const settings = JSON.stringify({ dataDir, cmsUrl, caseQueueKey: secret.toString('base64'), publicKey });
  return { ...(await startProgram(PROGRAM, settings)), secret };
}

/** Starts a TypeScript program that prints its port once it listens. */
export async function startProgram(program: string, argument: string): Promise<Pick<GatewayProcess, 'child' | 'port'>> {
  const child = spawn(process.execPath, ['--import', 'tsx', program, argument], { stdio: ['ignore', 'pipe', 'inherit'] });
  let printed = '';
  child.stdout.on('data', (chunk: Buffer) => (printed += chunk.toString()));
  await until(() => printed.includes('\n'), 30_000);
  return { child, port: Number(printed) };
}
