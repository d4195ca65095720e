import { errors } from '@strapi/utils';
import type { z } from 'zod';

import { t } from '../../../strings/t.ts';

/** What a form calls the fields the contract nests: the citizen sees one flat form. */
const NESTED = /^submission\./;

/**
 * Checks a request body against its contract.
 *
 * @throws {errors.ValidationError} Naming every field that is wrong, so that a form can show all of them at once.
 */
export function parseBody<Schema extends z.ZodType>(schema: Schema, body: unknown): z.output<Schema> {
  const result = schema.safeParse(body);
  if (result.success) return result.data;

  const fields = result.error.issues.map((issue) => ({
    field: issue.path.join('.').replace(NESTED, ''),
    message: /[\u4e00-\u9fa5]/.test(issue.message) ? issue.message : t('filing.notValid'),
  }));
  throw new errors.ValidationError(t('filing.hasErrors'), { fields });
}

/** An error that a form shows at one field. */
export function fieldError(field: string, message: string): errors.ValidationError {
  return new errors.ValidationError(message, { fields: [{ field, message }] });
}
