import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { exampleDrawables } from '../../apps/portal/e2e/example-drawables.ts';
import { isFile } from '../../apps/portal/src/files/draw-file.ts';
import { isFragment } from '../../apps/portal/src/templates/fragments.ts';
import { compressBest, isCompressible } from '../../apps/publisher/src/store/compress.ts';
import { openObjectStore, type ObjectStore } from '../../apps/publisher/src/store/objects.ts';
import { loadReleaseKey } from '../../apps/publisher/src/store/release-key.ts';
import { openReleaseStore } from '../../apps/publisher/src/store/releases.ts';
import { openSnapshotStore } from '../../apps/publisher/src/store/snapshot-store.ts';
import { EXAMPLE_TODAY, exampleSnapshot } from '../../packages/content/examples/index.ts';
import { entryOfLine, isRedirect, MemorySnapshot, PATHS, shanghaiDate, type Drawable, type Page, type Renderer, type Route, type Snapshot } from '../../packages/content/src/index.ts';
import { loadRenderer } from '../../packages/renderer/src/index.ts';
import { layFirstStart } from '../first-start/lay.ts';
import { freePort } from '../first-start/make.ts';

/** Where a page of a template is served. */
export interface ServedPage {
  template: string;
  path: string;
}

export interface City {
  url: string;
  /** The heaviest page of each template: what is fast there is fast everywhere. */
  pages: ServedPage[];
  close(): Promise<void>;
}

const RENDERER = resolve('apps/portal/dist-renderer');
/** Where pages lie that no address of the release leads to: the gateway draws them for one visitor. */
const drawnPath = (template: string) => `/drawn/${template.toLowerCase()}/`;

/** Serves the demo city's release by the gateway, as citizens get it, with the pages beside it that follow a form. */
export async function serveCity(): Promise<City> {
  const dataDir = mkdtempSync(join(tmpdir(), 'mingchuang-lighthouse-'));
  await layFirstStart('demo', dataDir);
  const pages = await completeRelease(dataDir, await loadRenderer(RENDERER));
  const gateway = await startGateway(dataDir);
  return {
    url: gateway.url,
    pages,
    async close() {
      await gateway.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** Releases the pages no release has on top of the demo city's, and says where each template is found. */
async function completeRelease(dataDir: string, renderer: Renderer): Promise<ServedPage[]> {
  const objects = openObjectStore(join(dataDir, 'objects'));
  const releases = openReleaseStore(join(dataDir, 'releases'), loadReleaseKey(join(dataDir, 'secrets/release-private.pem')));
  const current = releases.load(releases.currentId()!);
  const today = shanghaiDate(new Date().toISOString());
  const released = heaviestOfEach(listPages(renderer, readSnapshot(dataDir), today), current.routes);
  const frame: unknown = JSON.parse(Buffer.from(objects.read(hashAt(current.routes, PATHS.frame))).toString('utf8'));
  const drawn = new Map(listDrawn(renderer, released).map((drawable) => [drawable.template, drawable]));

  const routes: Record<string, Route> = {};
  for (const [template, { props }] of drawn) {
    const path = drawnPath(template);
    const { type, body } = await renderer.draw({ path, template, props: { ...props, frame } });
    routes[path] = { ...objects.put(Buffer.from(body)), type, status: 200 };
  }
  const served = [...released.values()].filter(({ page }) => !drawn.has(page.template));
  const assets = [...current.routes].filter(([path]) => /^\/(?:_astro\/|worker\.js)/.test(path)).map(([, route]) => route);
  await compressAll(objects, [...Object.values(routes), ...served.map(({ route }) => route), ...assets]);

  const madeAt = new Date().toISOString();
  const { id: parent, epoch, sequence, fence, rendererVersion } = current;
  const id = `${madeAt.replace(/[-:.]/g, '')}-00000000`;
  releases.write({ format: 1, id, parent, epoch, sequence, fence, rendererVersion, madeAt, whole: false, routes, removed: [] });
  releases.switchTo(id);
  const places = [...served.map(({ page: { template, path } }) => ({ template, path })), ...[...drawn.keys()].map((template) => ({ template, path: drawnPath(template) }))];
  return places.sort((a, b) => (a.template < b.template ? -1 : 1));
}

/** What the release has no page of, with believable props; and what it answers with 404 or 410, where Lighthouse measures nothing. */
function listDrawn(renderer: Renderer, released: ReadonlyMap<string, Found>): Drawable[] {
  const refused = [...released.values()].filter(({ route }) => route.status !== 200).map(({ page }) => page);
  const examples = listPages(renderer, exampleSnapshot(), EXAMPLE_TODAY).filter(({ template }) => !released.has(template));
  const visitors = exampleDrawables().filter(({ template }) => !released.has(template) && !isFragment(template));
  return [...[...refused, ...examples].map((page) => ({ ...page, props: page.props() })), ...visitors];
}

/** A city in service has long been compressed as small as it gets; the demo's first release has not. */
async function compressAll(objects: ObjectStore, routes: readonly Route[]): Promise<void> {
  for (const route of routes)
    if ('hash' in route && isCompressible(route.type)) await compressBest(objects, route.hash, objects.read(route.hash));
}

function hashAt(routes: ReadonlyMap<string, Route>, path: string): string {
  const route = routes.get(path);
  if (!route || !('hash' in route)) throw new Error(`The release has nothing at ${path}`);
  return route.hash;
}

/** What the release was drawn from. */
function readSnapshot(dataDir: string): MemorySnapshot {
  const store = openSnapshotStore(join(dataDir, 'snapshot.db'));
  const entries = [...store.entries()].flatMap((line) => entryOfLine(line) ?? []);
  store.close();
  return new MemorySnapshot(entries);
}

function listPages(renderer: Renderer, snapshot: Snapshot, today: string): Page[] {
  return [...renderer.buildPages(snapshot, { today })].filter((page): page is Page => !isRedirect(page) && !isFile(page.template));
}

/** A page with where it lies in the release. */
interface Found {
  page: Page;
  route: Extract<Route, { hash: string }>;
}

function heaviestOfEach(pages: Page[], routes: ReadonlyMap<string, Route>): Map<string, Found> {
  const found = new Map<string, Found>();
  for (const page of pages) {
    const route = routes.get(page.path);
    if (route && 'hash' in route && route.bytes > (found.get(page.template)?.route.bytes ?? 0)) found.set(page.template, { page, route });
  }
  return found;
}

async function startGateway(dataDir: string): Promise<{ url: string; stop: () => Promise<void> }> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const keys = JSON.parse(readFileSync(join(dataDir, 'secrets/keys.json'), 'utf8')) as Record<string, string>;
  const child = spawn(process.execPath, ['dist/main.js'], {
    cwd: resolve('apps/gateway'),
    // Nobody sends a form here: there is no CMS to take it.
    env: { ...process.env, ...keys, NODE_ENV: 'production', HOST: '127.0.0.1', PORT: String(port), DATA_DIR: dataDir, CMS_URL: 'http://127.0.0.1:9', RELEASE_PUBLIC_KEY_FILE: join(dataDir, 'secrets/release-public.pem'), RENDERER_DIR: RENDERER },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  process.once('exit', () => child.kill('SIGKILL'));
  const stop = async () => {
    child.kill('SIGTERM');
    await ended;
  };
  for (let tries = 0; !(await fetch(`${url}/readyz`).then(({ ok }) => ok, () => false)); tries++) {
    if (tries > 300 || child.exitCode !== null) throw new Error('The gateway did not come up');
    await sleep(100);
  }
  return { url, stop };
}
