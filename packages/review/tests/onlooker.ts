/** The people of the property test. 林叶 (`colleague`) stands in for the second signer and sits in the 会签 of notices. */
export const PEOPLE = [
  'author',
  'colleague',
  'reviewer',
  'secondReviewer',
  'signer',
  'secondSigner',
  'stranger',
  'administrator',
] as const;
export type Name = (typeof PEOPLE)[number];
export type Slug = 'yaowen' | 'gonggao';

/** What a page says, as far as the test changes it: its title and its column. */
export const saying = (title: string, slug: Slug): string => `${title}@${slug}`;
export const titleOf = (text: string): string => text.split('@')[0]!;
export const slugOf = (text: string): Slug => text.split('@')[1] as Slug;

/** What an onlooker knows who trusts nothing but the answers to what people did. */
export interface Onlooker {
  draft: string;
  live: string | null;
  withdrawn: string | null;
  writers: Set<Name>;
  /** Who approved exactly this draft, in order. */
  approvals: Name[];
  /** An edition is with its reviewers, or signed and waits for its time. */
  isSubmitted: boolean;
  /** Texts that had every approval once, or a second person's. */
  approved: Set<string>;
  forced: { text: string; by: Name } | null;
  /** Who wrote what was forced and has no second person yet. */
  unconfirmed: Set<Name>;
}

/** Somebody wrote a first text. */
export const meet = (draft: string, author: Name): Onlooker => ({
  draft,
  live: null,
  withdrawn: null,
  writers: new Set([author]),
  approvals: [],
  isSubmitted: false,
  approved: new Set(),
  forced: null,
  unconfirmed: new Set(),
});

const REVIEWS: Name[] = ['reviewer', 'secondReviewer', 'administrator'];
const SIGNS: Name[] = ['signer', 'secondSigner', 'administrator'];
const NAMED: Name[] = ['colleague', 'administrator'];

/**
 * Whether what is written has every approval of its flow, by people who are three and none of whom wrote it. News go
 * through 初审, 复审, 签发; notices through a 会签 of 林叶 and a reviewer, and 签发.
 */
export function hasItsApprovals(known: Onlooker): boolean {
  const [first, second, third] = known.approvals.slice(-3) as [Name, Name, Name];
  if (known.approvals.length < 3 || new Set([first, second, third]).size < 3) return false;
  if ([first, second, third].some((name) => known.writers.has(name))) return false;
  const isReviewed =
    slugOf(known.draft) === 'yaowen'
      ? REVIEWS.includes(first) && REVIEWS.includes(second)
      : (NAMED.includes(first) && REVIEWS.includes(second)) || (NAMED.includes(second) && REVIEWS.includes(first));
  return isReviewed && (SIGNS.includes(third) || (third === 'colleague' && mayBeStoodInFor(known, [first, second])));
}

/** Nobody stands in for a signer who wrote the text or approved it already. */
const mayBeStoodInFor = ({ writers }: Onlooker, before: readonly Name[]): boolean =>
  !writers.has('secondSigner') && !before.includes('secondSigner');

/** Somebody wrote something else into the draft. */
export function noteWriting(known: Onlooker, name: Name, text: string): void {
  if (text === known.draft) return;
  Object.assign(known, { draft: text, approvals: [] });
  known.writers.add(name);
  // An edition nobody reviews ends when it says again what visitors see; what comes next is another one's.
  const isUndone = !known.isSubmitted && text === (known.live ?? known.withdrawn) && known.approved.has(text);
  if (isUndone) known.writers = new Set(known.unconfirmed);
}
