import { convertText } from '@mingchuang/hant';
import { loadRenderer } from '@mingchuang/renderer';

import { readEnvironment, type Environment } from './environment.ts';
import { createGateway } from './gateway.ts';
import { listen } from './listen.ts';
import { createLog } from './operations/log.ts';
import { loadPublicKey } from './release/verify-signature.ts';
import { t } from './strings/text.ts';

/** How long answers that have begun may take after a signal to stop, in milliseconds. */
const PATIENCE = 10_000;

async function main(environment: Environment): Promise<void> {
  const { host, port, dataDir, cmsUrl, gatewayToken, releasePublicKeyFile, rendererDir, caseQueueKey, searchDatabaseUrl, trustProxy } = environment;
  const log = createLog();
  const renderer = await loadRenderer(rendererDir).catch((error: unknown) => {
    log.error({ err: error, rendererDir }, 'renderer cannot be loaded: pages are served, forms are not');
    return undefined;
  });
  const gateway = await createGateway({
    dataDir,
    releaseKey: loadPublicKey(releasePublicKeyFile),
    renderer,
    cms: { url: cmsUrl, token: gatewayToken },
    caseQueueKey,
    ...(searchDatabaseUrl && { searchDatabaseUrl }),
    trustProxy,
    log,
  });
  // Reading the dictionary takes a moment no visitor should wait for.
  convertText('繁');
  const bound = await listen(gateway.app, host, port).catch((cause: unknown) => {
    const isTaken = (cause as NodeJS.ErrnoException).code === 'EADDRINUSE';
    throw isTaken ? new Error(t('environment.portTaken', { port }), { cause }) : cause;
  });
  log.info({ host, port: bound }, 'gateway listens');

  let stopping = false;
  const stop = (signal: string) => {
    if (stopping) return;
    stopping = true;
    log.info({ signal }, 'gateway stops');
    setTimeout(() => process.exit(1), PATIENCE).unref();
    gateway.close().then(
      () => process.exit(0),
      (error: unknown) => {
        log.error({ err: error }, 'gateway did not stop cleanly');
        process.exit(1);
      },
    );
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
}

try {
  await main(readEnvironment());
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}
