import { z } from 'zod';

/** The agencies a person is a member of, whichever they are at the time. */
export const OWN_AGENCIES = 'own';

const documentId = z.string().regex(/^[a-z0-9]{1,64}$/);

/** What an administrator sends of a grant. */
export const grantInput = z.strictObject({
  user: z.number().int().positive({ message: '请选择给谁授权。' }),
  role: z.string({ message: '请选择角色。' }).min(1, '请选择角色。').max(80),
  site: documentId.nullish().transform((site) => site ?? null),
  columns: z
    .array(documentId)
    .max(500, '最多选择 500 个栏目。请选上级栏目，下级栏目自动包括在内。')
    .nullish()
    .transform((columns) => (columns && columns.length > 0 ? columns : null)),
  agency: documentId.nullish().transform((agency) => agency ?? null),
});
export type GrantInput = z.infer<typeof grantInput>;

/** Lets a person act in a role within an area: a site, some columns with all below them, an agency. Null is “every”. */
export interface Grant extends GrantInput {
  id: number;
  gaveRole: boolean;
}

/** A row as the database returns it. */
export interface GrantRow {
  id: number;
  user_id: number;
  role: string;
  site: string | null;
  agency: string | null;
  columns: string | null;
  gave_role: boolean | number;
  created_at: string;
  created_by: number | null;
}

export function readGrant({ id, user_id, role, site, agency, columns, gave_role }: GrantRow): Grant {
  const list = columns === null ? null : (JSON.parse(columns) as string[]);
  return { id: Number(id), user: Number(user_id), role, site, agency, columns: list, gaveRole: Boolean(gave_role) };
}
