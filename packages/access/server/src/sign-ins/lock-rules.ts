const MINUTE = 60_000;

/** How failures of one kind lead to a lock. */
export interface LockRule {
  /** Failures that cost nothing. */
  allowed: number;
  /** The first lock, ms; it doubles with each further failure. */
  first: number;
  /** The longest lock, ms: every lock ends by itself. */
  longest: number;
}

/**
 * Whoever guesses is slowed down by three counts: of one account from one address, of one account from everywhere, of
 * one address over all accounts. The two wide ones do not hold for people who have signed in from where they are, so
 * that nobody can lock an office out by guessing (OWASP ASVS 5.0, 6.3.1: no lockout as a denial of service).
 */
export const RULES = {
  pair: { allowed: 5, first: MINUTE, longest: 60 * MINUTE },
  account: { allowed: 20, first: MINUTE, longest: 15 * MINUTE },
  address: { allowed: 40, first: MINUTE, longest: 60 * MINUTE },
  /** Guessing the token of an invitation or of a new password. */
  token: { allowed: 10, first: 5 * MINUTE, longest: 60 * MINUTE },
  /** Guessing the code of somebody's authenticator, or a recovery code. */
  second: { allowed: 5, first: MINUTE, longest: 60 * MINUTE },
  /** Letters about a forgotten password: every request counts. */
  forgotten: { allowed: 3, first: 15 * MINUTE, longest: 60 * MINUTE },
} as const satisfies Record<string, LockRule>;
export type RuleName = keyof typeof RULES;

/** Failures older than this are forgotten, ms. */
export const MEMORY = 24 * 60 * MINUTE;

/** For how long somebody is known at an address after signing in from it, ms. */
export const KNOWN_FOR = 90 * 24 * 60 * MINUTE;

/** How long the lock is after a number of failures, ms; 0 while there is none. */
export function lockAfter(failures: number, { allowed, first, longest }: LockRule): number {
  return failures < allowed ? 0 : Math.min(longest, first * 2 ** Math.min(failures - allowed, 20));
}
