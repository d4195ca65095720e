import { z } from 'zod';

/** Longest remark, characters. */
export const MAX_REMARK = 2000;

/** Somebody who works on the same document. */
export interface Colleague {
  id: number;
  name: string;
  /** Names of their roles. */
  roles: string[];
}

/** What somebody wrote about a document or one of its fields. */
export interface Remark {
  id: number;
  /** `return` when it says why a document came back, `approve` when it was said with an approval. */
  kind: 'comment' | 'return' | 'approve';
  /** The attribute it is about; the whole document when missing. */
  field?: string;
  text: string;
  /** Who is mentioned in the text. */
  mentions: Pick<Colleague, 'id' | 'name'>[];
  /** No id for somebody without an account. */
  author: { id?: number; name: string };
  /** ISO, UTC. */
  at: string;
  /** Who dealt with it. */
  settled?: { at: string; name: string };
  answers: Omit<Remark, 'answers' | 'settled'>[];
}

/** What the admin shows of a document's remarks. */
export interface Remarks {
  remarks: Remark[];
  /** Whether the reader may write and mark as dealt with. */
  mayWrite: boolean;
}

const text = z
  .string({ error: '请写备注。' })
  .trim()
  .min(1, '请写备注。')
  .max(MAX_REMARK, `备注最多 ${MAX_REMARK} 字，请写短一些，或分成几条。`);

/** A remark as the admin sends it. */
export const remarkInput = z.strictObject({
  locale: z.string().max(16).optional(),
  text,
  field: z.string().max(255).optional(),
  /** The remark that is answered. */
  parent: z.number().int().optional(),
  /** Ids of those mentioned. */
  mentions: z.array(z.number().int()).max(20, '一条备注最多提到 20 个人。').default([]),
});
export type RemarkInput = z.infer<typeof remarkInput>;

/** Whether a remark is dealt with. */
export const settlementInput = z.strictObject({ locale: z.string().max(16).optional(), settled: z.boolean() });
