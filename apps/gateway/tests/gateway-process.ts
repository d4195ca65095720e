// A whole gateway in a process of its own, for tests that kill it. Prints its port once it listens.
import { createPublicKey } from 'node:crypto';

import { createGateway } from '../src/gateway.ts';
import { listen } from '../src/listen.ts';
import { createLog } from '../src/operations/log.ts';
import { standInRenderer } from './stand-in-renderer.ts';

const { dataDir, cmsUrl, caseQueueKey, publicKey } = JSON.parse(process.argv[2]!) as Record<'dataDir' | 'cmsUrl' | 'caseQueueKey' | 'publicKey', string>;
const gateway = await createGateway({
  dataDir,
  releaseKey: createPublicKey(publicKey),
  renderer: standInRenderer,
  cms: { url: cmsUrl, token: 'token', timeout: 200 },
  caseQueueKey: Buffer.from(caseQueueKey, 'base64'),
  log: createLog({ write: () => undefined }),
  // A form shown a minute ago is one a person can have filled.
  clock: Date.now,
  limits: { lettersPerHour: 1_000_000, formsPerTenMinutes: 1_000_000 },
  forwarding: { firstDelay: 20, lastDelay: 100 },
});
process.stdout.write(`${await listen(gateway.app, '127.0.0.1', 0)}\n`);
