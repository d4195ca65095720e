import { open } from 'node:fs/promises';

import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';

import { describeWrongKind, HEAD_BYTES } from '../uploads/file-kinds';

/** The part of a file parsed by formidable used here. */
interface ParsedFile {
  filepath: string;
  originalFilename: string | null;
}

async function readHead(path: string): Promise<Buffer> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

/**
 * Refuses files whose bytes are not what their name says, on every route that takes files.
 *
 * @throws {errors.ValidationError} Naming every file that is refused.
 */
export default (): Core.MiddlewareHandler => async (ctx, next) => {
  const parsed = (ctx.request as { files?: Record<string, ParsedFile | ParsedFile[]> }).files ?? {};
  const reasons: string[] = [];
  for (const file of Object.values(parsed).flat()) {
    const reason = describeWrongKind(file.originalFilename ?? '', await readHead(file.filepath));
    if (reason) reasons.push(reason);
  }
  if (reasons.length > 0) throw new errors.ValidationError(reasons.join('；'));
  return next();
};
