// Publishes once without compressing, in a process of its own: `tsx draw-uncompressed.ts '{"docs":1000,"renderer":"…"}'`.
import { join } from 'node:path';

import { loadRenderer } from '@mingchuang/renderer';

import { makeFolder, openExamplePublisher } from '../../src/testing/example-publisher.ts';
import type { SizeRequest } from './measure-size.ts';
import { startCity } from './start-city.ts';

const { docs, renderer } = JSON.parse(process.argv[2]!) as SizeRequest;
const city = await startCity(docs);
const folder = makeFolder();
const example = openExamplePublisher({ dataDir: join(folder.path, 'data'), cms: city, renderer: await loadRenderer(renderer), compress: false });
const begun = performance.now();
await example.publish();
const seconds = (performance.now() - begun) / 1000;
folder.remove();
city.close();
process.stdout.write(`${seconds.toFixed(2)}\n`);
process.exit(0);
