import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { CONTENT_SCHEMAS, filesOf, isPicture, MemorySnapshot, widthsFor, type AnyEntry, type FileRef, type Snapshot, type TypeName } from '@mingchuang/content';
import sharp from 'sharp';

/** A snapshot whose files exist. */
export interface WithFiles {
  /** As the feed sends it: no file has a hash. */
  sent: Snapshot;
  /** As pages are made from it: with every hash, and the widths of pictures. */
  complete: Snapshot;
}

/** Gives every file of a snapshot bytes, in a folder by id. What it calls drawings become photographs, except of the site. */
export async function writeRealFiles(snapshot: Snapshot, folder: string): Promise<WithFiles> {
  mkdirSync(folder, { recursive: true });
  const known = new Map<string, Pick<FileRef, 'hash' | 'widths'>>();
  const types = [...Object.keys(CONTENT_SCHEMAS), 'letter', 'case-figures'] as TypeName[];
  const entries = types.flatMap((type) => [...snapshot.all(type)] as unknown as AnyEntry[]).map((entry) => structuredClone(entry));
  for (const entry of entries) {
    for (const file of filesOf(entry)) {
      if (entry.type !== 'site' && file.mime === 'image/svg+xml') Object.assign(file, { mime: 'image/jpeg', name: file.name.replace('.svg', '.jpg') });
      delete file.hash;
      if (!known.has(file.id)) known.set(file.id, await writeFile(file, folder));
    }
  }
  const complete = entries.map((entry) => structuredClone(entry));
  for (const file of complete.flatMap(filesOf)) Object.assign(file, known.get(file.id));
  const make = (list: AnyEntry[]) => Object.assign(new MemorySnapshot(list, snapshot.addresses()), { epoch: snapshot.epoch, sequence: snapshot.sequence });
  return { sent: make(entries), complete: make(complete) };
}

async function writeFile(file: FileRef, folder: string): Promise<Pick<FileRef, 'hash' | 'widths'>> {
  const { id, width = 600, height = 400 } = file;
  const noise = { type: 'gaussian' as const, mean: 120, sigma: 30 };
  const bytes = isPicture(file) ? await sharp({ create: { width, height, channels: 3, background: '#14508c', noise } }).jpeg({ quality: 95 }).toBuffer() : Buffer.from(id);
  writeFileSync(path.join(folder, id), bytes);
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 32);
  return { hash, ...(isPicture(file) && { widths: widthsFor(width) }) };
}
