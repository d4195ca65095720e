import type { LetterPurpose } from '@mingchuang/content';

/** A kind of case, described as data. The engine knows nothing about letters beyond this. */
export interface CaseKind {
  key: 'letter';
  label: string;
  /** Limit for the answer by purpose, in working days. An installation may change it in the plugin's configuration. */
  limits: Record<LetterPurpose, number>;
  /** Fields of a submission that identify the citizen: sealed at rest, shown on need, erased after the case. */
  personal: readonly ['name', 'phone'];
  /** What the public sees of a published case; the rest never leaves the CMS. */
  published: readonly string[];
  /** Working days to put right what a rating of 1 or 2 complains about. */
  rectificationLimit: number;
}
