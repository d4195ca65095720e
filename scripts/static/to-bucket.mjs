// Deploys to a bucket of S3-compatible storage that serves static sites.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

import { at } from '../steps/paths.mjs';
import { Trouble } from '../steps/say.mjs';
import { inOrder, listSite, MARKER } from './site-files.mjs';

const TYPES = {
  '.avif': 'image/avif', '.css': 'text/css; charset=utf-8', '.csv': 'text/csv; charset=utf-8', '.gif': 'image/gif', '.html': 'text/html; charset=utf-8', '.ico': 'image/x-icon',
  '.jpg': 'image/jpeg', '.js': 'text/javascript; charset=utf-8', '.json': 'application/json; charset=utf-8', '.mjs': 'text/javascript; charset=utf-8', '.mp4': 'video/mp4',
  '.pdf': 'application/pdf', '.png': 'image/png', '.svg': 'image/svg+xml', '.txt': 'text/plain; charset=utf-8', '.wasm': 'application/wasm', '.webp': 'image/webp', '.xml': 'application/xml; charset=utf-8',
};
const LASTING = /^(_astro|media)\//;
/** Uploads under way at once. */
const AT_ONCE = 16;

/** @param target `s3://bucket/prefix`. */
export function openBucket(target, { endpoint, region, accessKeyId, secretAccessKey }) {
  if (!accessKeyId || !secretAccessKey) throw new Trouble('没有设置 DEPLOY_S3_ACCESS_KEY_ID 和 DEPLOY_S3_SECRET_ACCESS_KEY', '填上能读、写、删这个桶的一对密钥。');
  const { S3Client, ListObjectsV2Command, PutObjectCommand, GetObjectCommand, DeleteObjectsCommand } = createRequire(at('apps/cms/package.json'))('@aws-sdk/client-s3');
  const { hostname: Bucket, pathname } = new URL(target);
  const prefix = pathname.replace(/^\/+|\/+$/g, '') && `${pathname.replace(/^\/+|\/+$/g, '')}/`;
  const client = new S3Client({
    region,
    credentials: { accessKeyId, secretAccessKey },
    // Storage of other makers knows neither names of buckets as hosts nor Amazon's newer checksums.
    ...(endpoint && { endpoint, forcePathStyle: true }),
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
  });
  let stored = new Map();

  const list = async () => {
    const found = new Map();
    for (let ContinuationToken; ; ) {
      const { Contents = [], NextContinuationToken } = await client.send(new ListObjectsV2Command({ Bucket, Prefix: prefix, ContinuationToken }));
      for (const { Key, ETag } of Contents) found.set(Key.slice(prefix.length), ETag?.replaceAll('"', ''));
      if (!NextContinuationToken) return found;
      ContinuationToken = NextContinuationToken;
    }
  };
  const put = (name, Body) =>
    client.send(
      new PutObjectCommand({
        Bucket,
        Key: prefix + name,
        Body,
        ContentType: TYPES[path.extname(name).toLowerCase()] ?? 'application/octet-stream',
        CacheControl: LASTING.test(name) ? 'public, max-age=31536000, immutable' : 'no-cache',
      }),
    );

  return {
    async look() {
      stored = await list();
      const marker = stored.has(MARKER) ? await (await client.send(new GetObjectCommand({ Bucket, Key: prefix + MARKER }))).Body.transformToString() : undefined;
      return { marker, isEmpty: stored.size === 0 };
    },
    async upload(folder) {
      const names = listSite(folder);
      // Stored in one piece, an object's ETag is the MD5 of its bytes.
      const changed = names.filter((name) => createHash('md5').update(readFileSync(path.join(folder, name))).digest('hex') !== stored.get(name));
      for (const isPage of [false, true]) {
        const waiting = inOrder(changed).filter((name) => name.endsWith('.html') === isPage);
        const worker = async () => {
          for (let name; (name = waiting.shift()); ) await put(name, readFileSync(path.join(folder, name)));
        };
        await Promise.all(Array.from({ length: AT_ONCE }, worker));
      }
      const kept = new Set(names);
      const old = [...stored.keys()].filter((name) => !kept.has(name));
      for (let from = 0; from < old.length; from += 1000) await client.send(new DeleteObjectsCommand({ Bucket, Delete: { Objects: old.slice(from, from + 1000).map((name) => ({ Key: prefix + name })) } }));
      return { written: changed.length, removed: old.length };
    },
    close: () => client.destroy(),
  };
}
