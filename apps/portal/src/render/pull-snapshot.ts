import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';

import {
  entryOfLine,
  fetchMedia,
  filesOf,
  isPicture,
  mediaPath,
  MemorySnapshot,
  parseFeed,
  readExport,
  siteIconPath,
  siteOf,
  sitesOf,
  type AnyEntry,
  type FeedLine,
  type FileRef,
} from '@mingchuang/content';

import { loadVariants } from './picture-cache.ts';

/** Where the static build gets its content from. */
export interface ContentSource {
  cmsUrl?: string | undefined;
  cmsToken?: string | undefined;
  snapshot?: string | undefined;
  /** Domain or 网站标识码 of the site to build; the first of `sitesOf` when left out. */
  site?: string | undefined;
  media?: string | undefined;
  /** Folder that keeps variants of pictures from one build to the next. */
  pictureCache: string;
}

/** A snapshot with the bytes of the files of one site, by their public address. */
export interface Pulled {
  snapshot: MemorySnapshot;
  /** documentId of the site. */
  site: string | undefined;
  media: Map<string, Uint8Array>;
}

/**
 * Pulls everything that is published, with the files of the site to build.
 *
 * @throws {Error} When neither a CMS with a token nor a file is named, the feed cannot be read, or there is no such site.
 */
export async function pullSnapshot(source: ContentSource): Promise<Pulled> {
  const snapshot = new MemorySnapshot();
  const entries: AnyEntry[] = [];
  for await (const line of openLines(source)) {
    if (line.kind === 'head') snapshot.epoch = line.epoch;
    else if (line.kind === 'end') snapshot.sequence = line.sequence;
    else if (line.kind === 'address') snapshot.putAddress(line);
    else if (line.kind === 'entry') {
      const entry = entryOfLine(line);
      if (entry) entries.push(entry);
    }
  }
  for (const entry of entries) snapshot.put(entry);
  const site = findSite(snapshot, source.site);
  const isOne = sitesOf(snapshot).length < 2;
  const own = entries.filter((entry) => isOne || [site, undefined].includes(siteOf(snapshot, entry)));
  return { snapshot, site, media: await pullMedia(own, readerOf(source), source.pictureCache) };
}

function findSite(snapshot: MemorySnapshot, name: string | undefined): string | undefined {
  const sites = sitesOf(snapshot);
  if (!name) return sites[0]?.documentId;
  const found = sites.find(({ data }) => data.domain === name || data.siteCode === name);
  if (!found) throw new Error(`没有 SITE=${name} 这个网站，现有：${sites.map(({ data }) => data.domain).join('、')}`);
  return found.documentId;
}

function openLines({ snapshot, cmsUrl, cmsToken }: ContentSource): AsyncGenerator<FeedLine> {
  if (snapshot) return parseFeed(createReadStream(snapshot), snapshot);
  if (cmsUrl && cmsToken) return readExport({ url: cmsUrl, token: cmsToken });
  throw new Error('Name the content to build: CMS_URL and CMS_TOKEN, or SNAPSHOT for a file with an export');
}

const NO_VARIANTS = { widths: [] as number[], variants: new Map<string, Uint8Array>() };

type ReadFile = ((file: FileRef) => Promise<Uint8Array>) | undefined;

function readerOf({ snapshot, media, cmsUrl, cmsToken }: ContentSource): ReadFile {
  if (!snapshot)
    return async ({ id }) =>
      new Uint8Array(await (await fetchMedia({ url: cmsUrl!, token: cmsToken! }, id)).arrayBuffer());
  return media ? ({ id }) => readFile(path.join(media, id)) : undefined;
}

/**
 * Fetches each file once and writes its hash, which is part of its address, wherever an entry names it; for a picture
 * also the widths of its variants, which come along.
 */
async function pullMedia(entries: readonly AnyEntry[], read: ReadFile, pictureCache: string): Promise<Map<string, Uint8Array>> {
  const media = new Map<string, Uint8Array>();
  if (!read) return media;
  const byId = new Map<string, FileRef[]>();
  for (const file of entries.flatMap(filesOf)) byId.set(file.id, [...(byId.get(file.id) ?? []), file]);
  for (const files of byId.values()) {
    const bytes = await read(files[0]!);
    const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 32);
    const { widths, variants } = isPicture(files[0]!) ? await loadVariants(pictureCache, hash, bytes) : NO_VARIANTS;
    for (const file of files) {
      file.hash = hash;
      if (widths.length > 0) file.widths = widths;
      media.set(mediaPath(file), bytes);
    }
    for (const [path, variant] of variants) media.set(path, variant);
  }
  const sites = entries.flatMap((entry) => (entry.type === 'site' ? entry : []));
  for (const { data } of sites) if (data.emblem) await addIcons(data.emblem, media);
  return media;
}

/** Draws the icons of a site beside its emblem, as the publisher does. */
async function addIcons(emblem: FileRef, media: Map<string, Uint8Array>): Promise<void> {
  // Loaded when a site is built: the renderer that lives in the publisher and the gateway never needs it.
  const { drawIcons } = await import('@mingchuang/pictures');
  const { icons, reason } = await drawIcons(media.get(mediaPath(emblem))!);
  if (reason) console.warn(`The icons of the site are blank, its emblem cannot be read: ${emblem.name} (${reason})`);
  for (const [name, bytes] of icons) media.set(siteIconPath(emblem.hash, name), bytes);
}
