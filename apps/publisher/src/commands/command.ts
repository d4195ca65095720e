import { z } from 'zod';

/** What an operator can ask of the publisher, on the command line or, while the service runs, through it. */
export const command = z.discriminatedUnion('verb', [
  z.strictObject({ verb: z.literal('run') }),
  z.strictObject({ verb: z.literal('releases') }),
  z.strictObject({ verb: z.literal('rollback'), id: z.string().min(1) }),
  z.strictObject({ verb: z.literal('resume') }),
  z.strictObject({ verb: z.literal('verify'), full: z.boolean().optional() }),
  z.strictObject({ verb: z.literal('prune'), keep: z.number().int() }),
  z.strictObject({ verb: z.literal('ledger'), limit: z.number().int().min(1).max(1000) }),
  z.strictObject({ verb: z.literal('export'), folder: z.string().min(1) }),
]);
export type Command = z.infer<typeof command>;

/** What came of a command: lines to print, and whether the operator has to act. */
export const outcome = z.object({ ok: z.boolean(), lines: z.array(z.string()) });
export type CommandOutcome = z.infer<typeof outcome>;
