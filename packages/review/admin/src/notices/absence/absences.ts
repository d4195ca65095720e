import type { Delegation } from '../../../../server/src/delegation/delegations.ts';

/** What the server says of absences; see its `delegation`. */
export interface Absences {
  me: { id: number; name: string };
  /** Whether one may say it of others, too. */
  mayDelegateOthers: boolean;
  delegations: Delegation[];
  colleagues: { id: number; name: string }[];
}
