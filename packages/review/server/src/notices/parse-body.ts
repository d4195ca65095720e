import type { z } from 'zod';

import { wrongFields } from '../editions/move-request.ts';

/**
 * Checks what a form of the admin sent.
 * @throws {ValidationError} Naming every field that is wrong, so that the form shows all of them at once.
 */
export function parseBody<Schema extends z.ZodType>(schema: Schema, body: unknown): z.output<Schema> {
  const result = schema.safeParse(body ?? {});
  if (result.success) return result.data;
  throw wrongFields(
    result.error.issues.map(({ path, message }) => ({
      field: path.join('.'),
      message: /[\u4e00-\u9fa5]/.test(message) ? message : '这一项的格式不对。',
    })),
  );
}
