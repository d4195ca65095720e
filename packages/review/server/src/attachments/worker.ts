import { parentPort, workerData } from 'node:worker_threads';

import { inspectFile } from './inspect-file.ts';

const { extension, bytes } = workerData as { extension: string; bytes: Uint8Array };
void inspectFile(extension, bytes).then((report) => parentPort!.postMessage(report));
