import { z } from 'zod';

/** Key or domain of a site; without it `run`, `verify` and `prune` mean every site and the others the main one. */
const site = { site: z.string().min(1).optional() };

/** What an operator can ask of the publisher, on the command line or, while the service runs, through it. */
export const command = z.discriminatedUnion('verb', [
  z.strictObject({ verb: z.literal('run'), ...site }),
  z.strictObject({ verb: z.literal('sites') }),
  z.strictObject({ verb: z.literal('remove'), ...site }),
  z.strictObject({ verb: z.literal('releases'), ...site }),
  z.strictObject({ verb: z.literal('rollback'), id: z.string().min(1), ...site }),
  z.strictObject({ verb: z.literal('resume'), ...site }),
  z.strictObject({ verb: z.literal('verify'), full: z.boolean().optional(), ...site }),
  z.strictObject({ verb: z.literal('prune'), keep: z.number().int(), ...site }),
  z.strictObject({ verb: z.literal('ledger'), limit: z.number().int().min(1).max(1000), ...site }),
  z.strictObject({ verb: z.literal('export'), folder: z.string().min(1), ...site }),
]);
export type Command = z.infer<typeof command>;

/** What came of a command: lines to print, and whether the operator has to act. */
export const outcome = z.object({ ok: z.boolean(), lines: z.array(z.string()) });
export type CommandOutcome = z.infer<typeof outcome>;
