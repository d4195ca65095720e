import type { LetterPurpose } from '@mingchuang/content';

import type { Right } from '../actions.ts';

/** A kind of case, described as data. The engine knows nothing about letters and opinions beyond this. */
export interface CaseKind {
  key: 'letter' | 'opinion';
  label: string;
  /** The right to see cases of this kind of one's own agency. */
  read: Right;
  /** Fields of a submission that identify the citizen: sealed at rest, shown on need, erased after the case. */
  personal: readonly ['name', 'phone'];
  /** What the public sees of a published case; the rest never leaves the CMS. */
  published: readonly string[];
}

/** A kind that is answered within a limit and rated. */
export interface LetterKind extends CaseKind {
  key: 'letter';
  /** Limit for the answer by purpose, in working days. An installation may change it in the plugin's configuration. */
  limits: Record<LetterPurpose, number>;
  /** Working days to put right what a rating of 1 or 2 complains about. */
  rectificationLimit: number;
}
