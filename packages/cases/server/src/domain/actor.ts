import { RIGHTS, type Right } from '../actions.ts';
import type { CaseKind } from '../kinds/kind.ts';
import { KINDS } from '../kinds/kinds.ts';

/** Who acts on a case, and what they may do. */
export interface Actor {
  /** Id of the admin user; null for the citizen and for the system. */
  id: number | null;
  /** Shown to staff in the timeline, never to the public. */
  name: string;
  rights: ReadonlySet<Right>;
  /** documentIds of the agencies they are a member of. */
  agencies: readonly string[];
}

/** An actor with every right, for loaders and tests that act in a person's name. */
export function fullActor(id: number | null, name: string): Actor {
  return { id, name, rights: new Set(RIGHTS), agencies: [] };
}

/** Whether the actor works for the whole site: the letter office, and administrators. */
export function seesAll(actor: Actor): boolean {
  return actor.rights.has('assign');
}

/** Whether a case is the actor's to see. */
export function sees(actor: Actor, { kind, agency }: { kind: CaseKind['key']; agency: string | null }): boolean {
  if (!actor.rights.has(KINDS[kind].read)) return false;
  return seesAll(actor) || (agency !== null && actor.agencies.includes(agency));
}
