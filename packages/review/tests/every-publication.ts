import fc from 'fast-check';
import { expect } from 'vitest';

import { MOVES } from '../server/src/flow/moves.ts';
import { type Article, ARTICLE, buildCity, type City, writeArticle } from './city.ts';
import { type Person, startCms, type TestCms } from './cms.ts';

const MINUTE = 60_000;

let cms: TestCms;
let city: City;
let offset = 0;

const PEOPLE = ['author', 'colleague', 'reviewer', 'secondReviewer', 'signer', 'secondSigner', 'stranger', 'administrator'] as const;
type Name = (typeof PEOPLE)[number];
const TEXTS = ['甲', '乙', '丙'];

type Step =
  | { kind: 'edit'; by: Name; text: string }
  | { kind: 'move'; by: Name; move: (typeof MOVES)[number]; at: boolean }
  | { kind: 'go'; upTo: number }
  | { kind: 'direct'; by: Name; way: 'publish' | 'bulkPublish' | 'unpublish' | 'save-and-publish' }
  | { kind: 'wait' };

const by = fc.constantFrom(...PEOPLE);
/** Mostly what people do; now and then what nobody should get away with. */
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('edit' as const), by, text: fc.constantFrom(...TEXTS) }) },
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('move' as const), by, move: fc.constantFrom(...MOVES), at: fc.boolean() }) },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('go' as const), upTo: fc.integer({ min: 1, max: 4 }) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('direct' as const), by, way: fc.constantFrom('publish' as const, 'bulkPublish' as const, 'unpublish' as const, 'save-and-publish' as const) }) },
  { weight: 1, arbitrary: fc.constant({ kind: 'wait' as const }) },
);

/** What an onlooker knows who trusts nothing but the answers to what people did. */
interface Onlooker {
  draft: string;
  live: string | null;
  withdrawn: string | null;
  writers: Set<Name>;
  /** Who approved exactly this draft, in order. */
  approvals: Name[];
  /** Texts that had every approval once, or a second person's. */
  approved: Set<string>;
  forced: { text: string; by: Name; writers: Set<Name> } | null;
}

const REVIEWS: Name[] = ['reviewer', 'secondReviewer', 'administrator'];
const SIGNS: Name[] = ['signer', 'secondSigner', 'administrator'];

/** Every approval of the standard flow, by people who are three and none of whom wrote it. */
function hasItsApprovals({ approvals, writers }: Onlooker): boolean {
  const [first, second, third] = approvals.slice(-3);
  return (
    approvals.length >= 3 && new Set([first, second, third]).size === 3 && [first!, second!].every((name) => REVIEWS.includes(name)) &&
    SIGNS.includes(third!) && [first!, second!, third!].every((name) => !writers.has(name))
  );
}

async function take(article: Article, known: Onlooker, { by: name, move, at }: { by: Name; move: (typeof MOVES)[number]; at: boolean }): Promise<void> {
  const planned = new Date(Math.ceil((Date.now() + offset) / MINUTE + 5) * MINUTE).toISOString();
  const request = {
    changeKind: 'minor', remark: '意见', reason: '原因',
    ...(at && ['submit', 'approve', 'schedule'].includes(move) ? { at: planned } : {}),
    ...(move === 'reassign' ? { to: city.secondReviewer.id } : move === 'move' ? { to: city.notices } : {}),
  };
  const { status } = await article.move(city[name], move, request);
  if (status !== 200) return;
  if (move === 'approve') known.approvals.push(name);
  if (move === 'return' || move === 'recall') known.approvals = [];
  if (move === 'unschedule') known.approvals.pop();
  if (move === 'force') {
    known.forced = { text: known.draft, by: name, writers: new Set(known.writers) };
    // Nobody but its writers has read it yet: they have a part in what follows.
    Object.assign(known, { live: known.draft, approvals: [] });
  }
  if (move === 'confirm') {
    expect(name).not.toBe(known.forced!.by);
    known.approved.add(known.forced!.text);
    if (known.draft === known.live) known.writers.clear();
    known.forced = null;
  }
  if (move === 'withdraw') Object.assign(known, { live: null, withdrawn: known.live, forced: null });
  if (move === 'restore') {
    expect(known.approved, 'what is restored had its approvals').toContain(known.draft);
    known.live = known.draft;
    known.writers.clear();
  }
  if (move === 'discard') Object.assign(known, { draft: known.live, writers: new Set(known.forced?.writers), approvals: [] });
}

async function goDirectly(article: Article, person: Person, way: string): Promise<void> {
  const manager = `/content-manager/collection-types/${ARTICLE}`;
  const answer =
    way === 'bulkPublish'
      ? await person.call('POST', `${manager}/actions/bulkPublish`, { documentIds: [article.documentId] })
      : way === 'save-and-publish'
        ? await person.call('POST', `${manager}/${article.documentId}/actions/publish`, { title: '绕过' })
        : await person.call('POST', `${manager}/${article.documentId}/actions/${way}`, {});
  expect(answer.status).toBeGreaterThanOrEqual(400);
}

/** The next steps of the usual way, by whoever may take them. */
const WAY: [Name, (typeof MOVES)[number]][] = [['author', 'submit'], ['reviewer', 'approve'], ['secondReviewer', 'approve'], ['signer', 'approve']];

async function act(article: Article, known: Onlooker, one: Step): Promise<void> {
  if (one.kind === 'move') return take(article, known, one);
  if (one.kind === 'go') {
    for (const [name, move] of WAY.slice(0, one.upTo)) await look(article, known, () => take(article, known, { by: name, move, at: false }));
    return;
  }
  if (one.kind === 'direct') return goDirectly(article, city[one.by], one.way);
  if (one.kind === 'wait') {
    offset += 6 * MINUTE;
    await (cms.strapi.plugin('review').service('schedule') as unknown as { runDue(): Promise<number> }).runDue();
    return;
  }
  if ((await article.save(city[one.by], { title: one.text })).status !== 200 || one.text === known.draft) return;
  Object.assign(known, { draft: one.text, approvals: [] });
  known.writers.add(one.by);
  if (one.text === (known.live ?? known.withdrawn) && known.approved.has(one.text)) known.writers = new Set(known.forced?.writers);
}

/** Takes a step and judges what became public by it. */
async function look(article: Article, known: Onlooker, work: () => Promise<void>): Promise<void> {
  const before = known.live;
  await work();
  const live = (await article.published())?.title ?? null;
  if (live === known.live) return;
  // It became public, or went, by something else than what was just answered for.
  expect({ live, draft: known.draft, was: before }).toMatchObject({ live: known.draft });
  expect(hasItsApprovals(known), `“${live}” became public with the approvals of ${known.approvals.join('、') || 'nobody'}, written by ${[...known.writers].join('、')}`).toBe(true);
  known.approved.add(live!);
  Object.assign(known, { live, writers: new Set(), approvals: [], forced: null });
}

/**
 * Lets people do anything in any order, and judges each publication by what an onlooker saw.
 * @param runs Texts that are written and worked on.
 */
export async function checkEveryPublication(runs: number): Promise<void> {
  cms = await startCms();
  try {
    cms.strapi.log.level = 'error';
    const editions = cms.strapi.plugin('review').service('editions') as unknown as { setClock(now: () => Date): void };
    editions.setClock(() => new Date(Date.now() + offset));
    city = await buildCity(cms);
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 6, maxLength: 24 }), async (steps) => {
        const article = await writeArticle(city, { title: '起初' });
        const known: Onlooker = {
          draft: '起初', live: null, withdrawn: null, writers: new Set(['author']), approvals: [], approved: new Set(), forced: null,
        };
        for (const one of steps) await look(article, known, () => act(article, known, one));
      }),
      { numRuns: runs, endOnFailure: true },
    );
  } finally {
    await cms.stop();
  }
}
