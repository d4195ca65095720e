const DAY = 24 * 60 * 60 * 1000;

/** After this long without a sign-in an account is put to sleep, days. */
export const DORMANT_AFTER = 90;

export interface Account {
  id: number;
  isActive: boolean;
  isSuperAdmin: boolean;
  /** The last change of the account: whoever wakes it up gives it another ninety days. */
  changedAt: Date;
  seenAt: Date | undefined;
}

/**
 * Finds accounts nobody has used for ninety days. The super administrator who came last stays: without one nobody
 * could wake the others.
 */
export function findDormant(accounts: readonly Account[], now: Date): Account[] {
  const lastUse = ({ seenAt, changedAt }: Account) => Math.max(seenAt?.getTime() ?? 0, changedAt.getTime());
  const active = accounts.filter(({ isActive }) => isActive);
  const keeper = active.filter(({ isSuperAdmin }) => isSuperAdmin).sort((a, b) => lastUse(b) - lastUse(a))[0];
  return active.filter((account) => account !== keeper && now.getTime() - lastUse(account) > DORMANT_AFTER * DAY);
}
