/**
 * A service guide as the rules read it: what the feed sends of a service item, and what the edit view holds while
 * somebody writes. Everything may be missing, since a draft is checked too.
 */
export interface Guide {
  title?: string | null;
  plainName?: string | null;
  summary?: string | null;
  itemType?: string | null;
  basis?: string | null;
  theme?: string | null;
  targets?: readonly string[] | null;
  caseType?: string | null;
  statutoryLimit?: number | null;
  statutoryUnit?: string | null;
  promisedLimit?: number | null;
  promisedUnit?: string | null;
  conditions?: string | null;
  exclusions?: string | null;
  materials?: readonly GuideMaterial[] | null;
  steps?: readonly { name?: string | null; actor?: string | null; duration?: string | null }[] | null;
  charged?: boolean | null;
  fees?: readonly { name?: string | null; standard?: string | null; basis?: string | null }[] | null;
  onlinePayment?: boolean | null;
  visits?: number | null;
  visitReason?: string | null;
  channels?: readonly string[] | null;
  onlineUrl?: string | null;
  mobileUrl?: string | null;
  onlineDepth?: string | null;
  delivery?: boolean | null;
  windows?: readonly GuideWindow[] | null;
  consultationPhone?: string | null;
  complaintPhone?: string | null;
  resultName?: string | null;
  resultType?: string | null;
  resultSample?: unknown;
  questions?: readonly { question?: string | null; answer?: string | null }[] | null;
  version?: string | null;
  effectiveOn?: string | null;
}

export interface GuideMaterial {
  name?: string | null;
  necessity?: string | null;
  condition?: string | null;
  form?: string | null;
  medium?: string | null;
  copies?: number | null;
  origin?: string | null;
  originNote?: string | null;
  blankForm?: unknown;
  sampleForm?: unknown;
}

export interface GuideWindow {
  name?: string | null;
  address?: string | null;
  hours?: string | null;
  phone?: string | null;
  transit?: string | null;
}

/** A contradiction keeps a guide from being published; a hint does not. */
export type Weight = 'contradiction' | 'hint';

/** One rule over the fields of a guide. */
export interface Rule {
  id: string;
  /** Where it comes from. */
  clause: string;
  /** The attribute to change. */
  field: string;
  weight: Weight;
  /** What to do, in Chinese. */
  remedy: string;
  /** Says what is wrong, one sentence for each place; nothing when the guide is in order. */
  check(guide: Guide): readonly string[];
}

/** A place where a guide does not keep a rule. */
export interface GuideFinding {
  rule: string;
  clause: string;
  field: string;
  weight: Weight;
  message: string;
  remedy: string;
}

/** A sentence when something is wrong, for rules that look at one place. */
export const when = (isWrong: boolean, message: string): string[] => (isWrong ? [message] : []);

/** True for texts with something in them. */
export const filled = (text: string | null | undefined): text is string => Boolean(text?.trim());
