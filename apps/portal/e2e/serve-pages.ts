import { readFile } from 'node:fs/promises';
import { createServer, type Server, type ServerResponse } from 'node:http';
import path from 'node:path';

import {
  contentSecurityPolicy,
  ELDERLY_MARKER,
  isRedirect,
  mediaPath,
  MODE_MARKER,
  SITE_ICONS,
  siteIconPath,
  splitMode,
  type Drawable,
  type Page,
  type RedirectPage,
  type Renderer,
  type Snapshot,
} from '@mingchuang/content';
import { exampleSite } from '@mingchuang/content/examples';
import { convertPage, convertText } from '@mingchuang/hant';
import { drawIcons } from '@mingchuang/pictures';
import { convertFile, isReadByVisitors } from '@mingchuang/search/convert-file';

const TYPES: Record<string, string> = { '.css': 'text/css', '.js': 'text/javascript', '.png': 'image/png', '.json': 'application/json', '.svg': 'image/svg+xml' };
const PICTURE =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 9"><path fill="#cdd6de" d="M0 0h16v9H0z"/></svg>';

const EMBLEM = mediaPath(exampleSite.data.emblem!);
const emblemFile = path.join(import.meta.dirname, '../../../packages/content/examples/media/emblem.svg');
const ICONS = new Map(SITE_ICONS.map(({ name }) => [siteIconPath(exampleSite.data.emblem!.hash, name), name]));

interface Serving {
  renderer: Renderer;
  snapshot: Snapshot;
  today: string;
  port: number;
  /** Pages that only the gateway draws, by path. */
  extra?: readonly Drawable[];
  /** Files of the search index, by address. */
  files?: ReadonlyMap<string, string>;
}

/** Serves the pages of a snapshot as the gateway would: with its policy, the addresses of every mode and stand-in pictures. */
export async function servePages({ renderer, snapshot, today, port, extra = [], files }: Serving): Promise<Server> {
  const pages = new Map<string, Page | RedirectPage>();
  for (const page of renderer.buildPages(snapshot, { today })) pages.set(page.path, page);
  const drawables = new Map(extra.map((drawable) => [drawable.path, drawable]));

  const answer = async (address: string, response: ServerResponse): Promise<void> => {
    const { path: at, elderly, traditional } = splitMode(address);
    const indexed = files?.get(at);
    const asset = indexed ? await readIndexed(indexed, traditional ? at : undefined) : await readAsset(renderer.assets, at);
    if (asset) return void response.writeHead(200, { 'content-type': asset.type }).end(asset.bytes);
    const page = pages.get(at);
    if (page && isRedirect(page)) return void response.writeHead(301, { location: page.location }).end();
    const drawable = drawables.get(at) ?? (page && { ...page, props: page.props() });
    if (!drawable) return void response.writeHead(404, { 'content-type': 'text/plain' }).end('Not found');
    const { status, type, body } = await renderer.draw(drawable);
    if (traditional && isReadByVisitors(at)) return void response.writeHead(status, { 'content-type': type }).end(convertFile(at, body, convertText));
    const headers = { 'content-type': type, 'content-security-policy': contentSecurityPolicy() };
    const dressed = elderly ? body.replace(MODE_MARKER, ELDERLY_MARKER) : body;
    response.writeHead(status, headers).end(traditional ? convertPage(dressed) : dressed);
  };

  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://site');
    answer(decodeURI(pathname), response).catch((error: unknown) => response.writeHead(500).end(String(error)));
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return server;
}

async function readIndexed(file: string, converted: string | undefined): Promise<{ type: string; bytes: Uint8Array | string }> {
  if (converted && isReadByVisitors(converted)) return { type: 'application/json', bytes: convertFile(converted, await readFile(file, 'utf8'), convertText) };
  return { type: TYPES[path.extname(file)] ?? 'application/octet-stream', bytes: await readFile(file) };
}

async function readAsset(
  dir: string,
  address: string,
): Promise<{ type: string; bytes: Uint8Array | string } | undefined> {
  if (address === EMBLEM) return { type: 'image/svg+xml', bytes: await readFile(emblemFile) };
  const icon = ICONS.get(address);
  if (icon) return { type: 'image/png', bytes: (await drawIcons(emblemFile)).icons.get(icon)! };
  if (address.startsWith('/media/')) return { type: 'image/svg+xml', bytes: PICTURE };
  if (!/^\/(?:_astro\/|icons\/|worker\.js$)/.test(address)) return undefined;
  const file = path.join(dir, path.normalize(address));
  return { type: TYPES[path.extname(file)] ?? 'application/octet-stream', bytes: await readFile(file) };
}
