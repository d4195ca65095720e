import { errors } from '@strapi/utils';
import { z } from 'zod';

import { MOVES } from '../flow/moves.ts';

const text = (most: number) => z.string().trim().max(most, `最多 ${most} 个字`);

/** What is sent with a move. Every part but the move itself is for some of them only. */
const schema = z.strictObject({
  locale: z.string().max(16).nullish(),
  move: z.enum(MOVES, '没有这种操作'),
  /** Said to colleagues. */
  remark: text(2000).nullish(),
  /** The attribute the remark is about. */
  field: z.string().max(255).nullish(),
  /** A person's id for `reassign`, a column's documentId for `move`. */
  to: z.union([z.number().int().positive(), z.string().max(64)]).nullish(),
  /** An instant; null takes a planned time back. */
  at: z.iso.datetime({ offset: true, message: '时间要写成带时区的格式，例如 2026-11-26T09:30:00+08:00' }).nullish(),
  changeKind: z.enum(['minor', 'major'], '改动类型只能是小改动或重要更新').nullish(),
  /** Said to the public. */
  changeNote: text(200).nullish(),
  /** Said to the public for `withdraw`, kept in the audit for `force`. */
  reason: text(500).nullish(),
  /** Why findings that block are let pass; see the checks. */
  override: z.unknown().optional(),
});

/** A move somebody asks for. */
export type MoveRequest = z.infer<typeof schema>;

/** Reads the body of a request. @throws {errors.ValidationError} Naming every field that is wrong. */
export function readMoveRequest(body: unknown): MoveRequest {
  const result = schema.safeParse(body);
  if (result.success) return result.data;
  throw wrongFields(result.error.issues.map(({ path, message }) => ({ field: path.join('.'), message })));
}

/** An error that the admin shows at each field. */
export function wrongFields(fields: readonly { field: string; message: string }[]): errors.ValidationError {
  const details = fields.map(({ field, message }) => ({ path: field.split('.'), message, name: 'ValidationError' }));
  return new errors.ValidationError(fields.map(({ message }) => message).join('\n'), { errors: details });
}

/** An error at one field. */
export const wrongField = (field: string, message: string) => wrongFields([{ field, message }]);
