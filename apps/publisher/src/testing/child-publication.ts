import { openExamplePublisher } from './example-publisher.ts';
import { createSmallRenderer } from './small-renderer.ts';

/**
 * A publication in a process of its own, which kills itself at a named point: `node child-publication.ts DATA_DIR
 * CMS_URL CMS_TOKEN RENDERER_VERSION POINT`. Without a point it runs to its end.
 */
const [dataDir = '', url = '', token = '', version = '', point] = process.argv.slice(2);

const example = openExamplePublisher({
  dataDir,
  cms: { url, token },
  renderer: createSmallRenderer(dataDir, version),
  now: () => new Date('2026-11-09T02:00:00Z'),
  reach: (reached) => {
    if (reached === point) process.kill(process.pid, 'SIGKILL');
  },
});
await example.publish();
await example.close();
