import { createHash, generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto';
import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { objectPath, type Manifest, type Route } from '@mingchuang/content';

export interface Stored {
  body: string | Buffer;
  type?: string;
  status?: 200 | 404 | 410;
  immutable?: boolean;
}
/** HTML, an object, or where a redirect leads. */
export type Content = string | Stored | { location: string };

export interface ReleaseChange {
  content?: Record<string, Content>;
  /** Routes whose objects are stored already. */
  routes?: Record<string, Route>;
  removed?: string[];
  /** A whole manifest; otherwise a difference to the release made before. */
  whole?: boolean;
  fence?: number;
  madeAt?: Date;
}

/** A site of which releases are made. */
interface MadeSite {
  key: string;
  id: string;
  hosts: string[];
  sisters?: string[];
}

/** Makes releases as the publisher does: objects by hash, a signed manifest, `current` replaced by rename. */
export class ReleaseMaker {
  readonly publicKey: KeyObject;
  readonly #privateKey: KeyObject;
  readonly #dataDir: string;
  readonly #folder: string;
  readonly #site: Manifest['site'];
  #last: string | null = null;
  #made = Date.parse('2026-11-09T01:00:00Z');

  /** @param site Whose releases they are; those of the main site lie in the data folder itself. */
  constructor(dataDir: string, site?: MadeSite, keys = generateKeyPairSync('ed25519')) {
    this.#dataDir = dataDir;
    ({ publicKey: this.publicKey, privateKey: this.#privateKey } = keys);
    this.#site = site && { id: site.id, hosts: site.hosts, ...(site.sisters && { sisters: site.sisters }) };
    this.#folder = join(dataDir, site && site.key !== 'main' ? `sites/${site.key}/releases` : 'releases');
    mkdirSync(this.#folder, { recursive: true });
  }

  /** The maker of another site of the same publisher. */
  another(site: MadeSite): ReleaseMaker {
    return new ReleaseMaker(this.#dataDir, site, { publicKey: this.publicKey, privateKey: this.#privateKey });
  }

  put(body: string | Buffer): { hash: string; bytes: number } {
    const bytes = Buffer.from(body);
    const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 32);
    this.putFile(hash, bytes);
    return { hash, bytes: bytes.length };
  }

  /** Writes a file of an object, or with a suffix one of its compressed siblings. */
  putFile(hash: string, bytes: Buffer, suffix = ''): void {
    const file = join(this.#dataDir, 'objects', objectPath(hash) + suffix);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, bytes);
  }

  route(content: Content): Route {
    if (typeof content === 'object' && 'location' in content) return { status: 301, location: content.location };
    const { body, type = 'text/html; charset=utf-8', status = 200, immutable } = typeof content === 'string' ? { body: content } : content;
    return { ...this.put(body), type, status, ...(immutable !== undefined && { immutable }) };
  }

  /** Writes a release without serving it. */
  make({ content = {}, routes: stored = {}, removed = [], whole = this.#last === null, fence = 1, madeAt }: ReleaseChange): Manifest {
    const at = madeAt ?? new Date((this.#made += 1000));
    const routes = { ...stored, ...Object.fromEntries(Object.entries(content).map(([path, one]) => [path, this.route(one)])) };
    const manifest: Manifest = {
      format: 1,
      id: `${at.toISOString().replace(/[-:.]/g, '')}-${randomBytes(4).toString('hex')}`,
      parent: this.#last,
      epoch: 'test',
      sequence: 1,
      fence,
      madeAt: at.toISOString(),
      rendererVersion: 'test',
      ...(this.#site && { site: this.#site }),
      whole,
      routes,
      removed,
    };
    this.write(manifest.id, JSON.stringify(manifest));
    this.#last = manifest.id;
    return manifest;
  }

  write(id: string, json: string, key: KeyObject = this.#privateKey): void {
    const bytes = Buffer.from(json);
    writeFileSync(join(this.#folder, `${id}.json`), bytes);
    writeFileSync(join(this.#folder, `${id}.sig`), sign(null, bytes, key).toString('base64'));
  }

  switchTo(id: string): void {
    const current = join(this.#folder, 'current');
    writeFileSync(`${current}.tmp`, id);
    renameSync(`${current}.tmp`, current);
  }

  /** Makes a release and serves it. */
  release(change: ReleaseChange): Manifest {
    const manifest = this.make(change);
    this.switchTo(manifest.id);
    return manifest;
  }
}
