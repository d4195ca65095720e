import type { Readable } from 'node:stream';

import { DeleteObjectCommand, GetObjectCommand, NoSuchKey, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import type { Core } from '@strapi/strapi';

/** Where uploaded files are kept instead of the folder DATA_DIR/uploads. */
export interface StorageSettings {
  bucket: string;
  /** Left out for Amazon's own. */
  endpoint?: string | undefined;
  region: string;
  accessKeyId: string;
  secretAccessKey: string;
}

/** A file as Strapi hands it to a provider. */
interface ProvidedFile {
  hash: string;
  ext: string;
  mime: string;
  sizeInBytes: number;
  url: string;
  stream?: Readable;
  buffer?: Buffer;
}

/** A stored file, ready to be sent. */
export interface OpenedObject {
  length: number | undefined;
  stream: Readable;
}

const UPLOADS = '/uploads/';
const keyOf = ({ hash, ext }: ProvidedFile) => `${hash}${ext}`;

/**
 * Keeps uploaded files in a private bucket. A file's address stays /uploads/<name>, as on disk: editors see it through
 * this server with their session, the publisher through the feed, nobody through the storage. Where the bytes lie is
 * so a matter of settings alone, and moving is copying the folder into the bucket.
 */
export function useObjectStorage(strapi: Core.Strapi, settings: StorageSettings): void {
  const client = connect(settings);
  const { bucket: Bucket } = settings;

  const put = async (file: ProvidedFile): Promise<void> => {
    // The same key for the same address: the storage replaces an object at once or not at all.
    await client.send(new PutObjectCommand({ Bucket, Key: keyOf(file), Body: file.stream ?? file.buffer, ContentLength: file.sizeInBytes, ContentType: file.mime }));
    file.url = UPLOADS + keyOf(file);
  };
  const remove = async (file: ProvidedFile): Promise<void> => {
    await client.send(new DeleteObjectCommand({ Bucket, Key: keyOf(file) }));
  };
  const replace = async (file: ProvidedFile, old: ProvidedFile): Promise<void> => {
    await put(file);
    if (keyOf(old) !== keyOf(file)) await remove(old);
  };
  const open = async ({ url }: { url: string }): Promise<OpenedObject | undefined> => {
    try {
      const { Body, ContentLength } = await client.send(new GetObjectCommand({ Bucket, Key: decodeURIComponent(url.slice(UPLOADS.length)) }));
      return { stream: Body as Readable, length: ContentLength };
    } catch (error) {
      if (error instanceof NoSuchKey) return undefined;
      throw error;
    }
  };

  const { provider } = strapi.plugin('upload') as unknown as { provider: { extend(methods: object): void } };
  provider.extend({ upload: put, uploadStream: put, replace, replaceStream: replace, delete: remove, open });
}

/** Writes to the bucket and tidies up. @throws {Error} When it cannot be used, saying what to look at. */
export async function checkObjectStorage(settings: StorageSettings): Promise<void> {
  try {
    const client = connect(settings);
    const object = { Bucket: settings.bucket, Key: `check-${process.pid}` };
    await client.send(new PutObjectCommand({ ...object, Body: 'ok' }));
    await client.send(new DeleteObjectCommand(object));
  } catch (error) {
    throw new Error(`对象存储里的“${settings.bucket}”打不开。请检查 S3_ENDPOINT、S3_BUCKET、S3_REGION 和两个密钥，以及网络`, { cause: error });
  }
}

function connect({ endpoint, region, accessKeyId, secretAccessKey }: StorageSettings): S3Client {
  return new S3Client({
    region,
    credentials: { accessKeyId, secretAccessKey },
    // Storage of other makers knows neither names of buckets as hosts nor Amazon's newer checksums.
    ...(endpoint ? { endpoint, forcePathStyle: true } : {}),
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
  });
}
