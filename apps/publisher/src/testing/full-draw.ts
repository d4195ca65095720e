import { createHash } from 'node:crypto';
import { serialize } from 'node:v8';

import { filesOf, isOver, isPicture, MemorySnapshot, PATHS, siteIconPath, variantPath, type AnyEntry, type Page, type Renderer, type Route } from '@mingchuang/content';
import { drawIcons, encodePicture } from '@mingchuang/pictures';

import { prepareEntry, type EntryLine } from '../feed/prepare-entry.ts';
import { planPublication } from '../steps/plan.ts';
import { hashOf } from '../store/objects.ts';
import type { ExampleCity } from './example-city.ts';

interface KnownPicture {
  widths: number[];
  variants: { path: string; route: Route }[];
}

/** Draws the whole of a city from its content alone, knowing nothing of any release. */
export interface FullDraw {
  /** What a publication into an empty folder would serve, but for the index of search; and its pages. */
  routesOf(city: ExampleCity, renderer: Renderer): Promise<{ routes: Map<string, Route>; pages: Page[] }>;
}

/**
 * Makes the full draw of a test.
 *
 * Entries, pages and props are made anew each time, from the content in another order than it was published in. Of the
 * drawing alone, which knows its props and nothing else, a result is kept for equal props; one of 50 is drawn in spite
 * of that, and must be the same.
 */
export function createFullDraw(): FullDraw {
  const drawings = new Map<string, Route>();
  const encodings = new Map<string, Promise<KnownPicture>>();
  let drawn = 0;

  const draw = async (renderer: Renderer, { path, template, status, props: take }: Page, digest: string): Promise<Route> => {
    const props = take();
    const key = createHash('sha1').update(serialize([renderer.version, path, template, status, props])).digest('base64');
    const known = drawings.get(key);
    if (known && ++drawn % 50 !== 0) return { ...known, digest } as Route;
    const { body, type } = await renderer.draw({ path, template, props });
    const bytes = Buffer.from(body);
    const route: Route = { hash: hashOf(bytes), bytes: bytes.length, type, status };
    if (known && JSON.stringify(known) !== JSON.stringify(route)) throw new Error(`${path} is not drawn alike from equal props`);
    drawings.set(key, route);
    return { ...route, digest };
  };

  return {
    async routesOf(city, renderer) {
      const today = shanghaiDay(city.now);
      const pictures = await encodeAll(city, encodings);
      const entries = [...city.entries.values()].reverse().map((line) => entryOf(line, city, pictures));
      const snapshot = new MemorySnapshot(entries, [...city.addresses.values()].reverse());
      const plan = planPublication(renderer.buildGroups(snapshot, { today }), new Map(), { rendererVersion: renderer.version });
      const routes = new Map<string, Route>(plan.redirects);
      for (const { page, digest } of plan.draw) routes.set(page.path, await draw(renderer, page, digest));
      for (const [path, route] of mediaOf(entries, city, pictures, today)) routes.set(path, route);
      for (const [path, route] of await iconsOf(entries, city)) routes.set(path, route);
      return { routes, pages: plan.draw.map(({ page }) => page) };
    },
  };
}

/** Written apart from the publisher's on purpose. */
const shanghaiDay = (now: Date) => new Date(now.getTime() + 8 * 3_600_000).toISOString().slice(0, 10);

function entryOf(line: EntryLine, city: ExampleCity, pictures: ReadonlyMap<string, KnownPicture>): AnyEntry {
  const { entry } = prepareEntry(structuredClone(line), ({ id }) => {
    const hash = hashOf(city.media.get(id)!);
    const widths = pictures.get(hash)?.widths ?? [];
    return widths.length > 0 ? { hash, widths } : { hash };
  });
  return entry;
}

async function encodeAll(city: ExampleCity, encodings: Map<string, Promise<KnownPicture>>): Promise<Map<string, KnownPicture>> {
  const known = new Map<string, KnownPicture>();
  for (const file of [...city.entries.values()].flatMap((line) => filesOf(line as unknown as AnyEntry))) {
    if (!isPicture(file)) continue;
    const bytes = city.media.get(file.id)!;
    const hash = hashOf(bytes);
    if (!encodings.has(hash)) encodings.set(hash, encode(hash, bytes));
    known.set(hash, await encodings.get(hash)!);
  }
  return known;
}

async function encode(hash: string, bytes: Buffer): Promise<KnownPicture> {
  const encoding = await encodePicture(bytes);
  if (encoding.kind !== 'encoded') return { widths: [], variants: [] };
  const variants = encoding.variants.map(({ width, format, bytes: made }) => ({
    path: variantPath(hash, { width, format }),
    route: { hash: hashOf(made), type: `image/${format}`, bytes: made.length, status: 200, immutable: true } as Route,
  }));
  return { widths: encoding.widths, variants };
}

function* mediaOf(entries: AnyEntry[], city: ExampleCity, pictures: ReadonlyMap<string, KnownPicture>, today: string): Generator<[string, Route]> {
  for (const entry of entries) {
    if (isOver(entry, today)) continue;
    for (const { id, hash, name, mime } of filesOf(entry)) {
      const type = mime.startsWith('text/') ? `${mime}; charset=utf-8` : mime;
      yield [`${PATHS.media}${hash!}/${name}`, { hash: hash!, type, bytes: city.media.get(id)!.length, status: 200, immutable: true }];
      for (const { path, route } of pictures.get(hash!)?.variants ?? []) yield [path, route];
    }
  }
}

const icons = new Map<string, [string, Route][]>();

async function iconsOf(entries: readonly AnyEntry[], city: ExampleCity): Promise<[string, Route][]> {
  const found: [string, Route][] = [];
  for (const entry of entries) {
    if (entry.type !== 'site' || !entry.data.emblem) continue;
    const emblem = entry.data.emblem.hash!;
    if (!icons.has(emblem)) {
      const drawn = await drawIcons(city.media.get(entry.data.emblem.id)!);
      icons.set(emblem, [...drawn.icons].map(([name, bytes]) => [siteIconPath(emblem, name), { hash: hashOf(bytes), type: 'image/png', bytes: bytes.length, status: 200, immutable: true }]));
    }
    found.push(...icons.get(emblem)!);
  }
  return found;
}
