import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';

import { readHead } from '../uploads/check-file';
import { describeWrongKind } from '../uploads/file-kinds';
import { readableName } from '../uploads/readable-name';

/** The part of a file parsed by formidable used here. */
interface ParsedFile {
  filepath: string;
  originalFilename: string | null;
}

/**
 * Refuses files whose first bytes are not what their name says, on every route that takes files, before anything else
 * looks at them. What is taken is checked whole by the upload service (src/uploads/guard-uploads.ts).
 *
 * @throws {errors.ValidationError} Naming every file that is refused.
 */
export default (): Core.MiddlewareHandler => async (ctx, next) => {
  const parsed = (ctx.request as { files?: Record<string, ParsedFile | ParsedFile[]> }).files ?? {};
  const reasons: string[] = [];
  for (const file of Object.values(parsed).flat()) {
    const reason = describeWrongKind(readableName(file.originalFilename ?? ''), await readHead(file.filepath));
    if (reason) reasons.push(reason);
  }
  if (reasons.length > 0) throw new errors.ValidationError(reasons.join('；'));
  return next();
};
