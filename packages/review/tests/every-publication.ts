import fc from 'fast-check';
import { expect } from 'vitest';

import { MOVES } from '../server/src/flow/moves.ts';
import { type Article, ARTICLE, buildCity, type City, documents, type Stored, writeArticle } from './city.ts';
import { type Person, startCms, type TestCms } from './cms.ts';
import { hasItsApprovals, meet, type Name, noteWriting, type Onlooker, PEOPLE, saying, type Slug, slugOf, titleOf } from './onlooker.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

let cms: TestCms;
let city: City;
let offset = 0;

const TEXTS = ['甲', '乙', '丙'];
const SLUGS: Slug[] = ['yaowen', 'gonggao'];
const WAYS = ['publish', 'bulkPublish', 'unpublish', 'bulkUnpublish', 'save-and-publish', 'publish-english'] as const;

type Step =
  | { kind: 'edit'; by: Name; text: string }
  | { kind: 'place'; by: Name; slug: Slug }
  | { kind: 'go-back'; by: Name; version: number }
  | { kind: 'translate'; by: Name }
  | { kind: 'move'; by: Name; move: (typeof MOVES)[number]; at: boolean }
  | { kind: 'go'; upTo: number }
  | { kind: 'direct'; by: Name; way: (typeof WAYS)[number] }
  | { kind: 'wait' };

const by = fc.constantFrom(...PEOPLE);
const stepOf = <K extends Step['kind']>(weight: number, kind: K, rest: object) => ({
  weight, arbitrary: fc.record({ kind: fc.constant(kind), ...rest }) as unknown as fc.Arbitrary<Step>,
});
/** Mostly what people do; now and then what nobody should get away with. */
const step: fc.Arbitrary<Step> = fc.oneof(
  stepOf(3, 'edit', { by, text: fc.constantFrom(...TEXTS) }),
  stepOf(1, 'place', { by, slug: fc.constantFrom(...SLUGS) }),
  stepOf(1, 'go-back', { by, version: fc.nat(5) }),
  stepOf(1, 'translate', { by }),
  stepOf(7, 'move', { by, move: fc.constantFrom(...MOVES), at: fc.boolean() }),
  stepOf(5, 'go', { upTo: fc.integer({ min: 1, max: 4 }) }),
  stepOf(2, 'direct', { by, way: fc.constantFrom(...WAYS) }),
  stepOf(1, 'wait', {}),
);

async function take(article: Article, known: Onlooker, { by: name, move, at }: { by: Name; move: (typeof MOVES)[number]; at: boolean }): Promise<void> {
  const planned = new Date(Math.ceil((Date.now() + offset) / MINUTE + 5) * MINUTE).toISOString();
  const request = {
    changeKind: 'minor', remark: '意见', reason: '原因',
    ...(at && ['submit', 'approve', 'schedule'].includes(move) ? { at: planned } : {}),
    ...(move === 'reassign' ? { to: city.secondReviewer.id } : move === 'move' ? { to: city.notices } : {}),
  };
  const { status } = await article.move(city[name], move, request);
  if (status !== 200) return;
  if (move === 'submit') known.isSubmitted = true;
  if (move === 'approve') known.approvals.push(name);
  if (move === 'return' || move === 'recall') Object.assign(known, { approvals: [], isSubmitted: false });
  if (move === 'unschedule') known.approvals.pop();
  if (move === 'force') {
    // Nobody but its writers has read it yet: they have a part in what follows.
    Object.assign(known, { live: known.draft, approvals: [], isSubmitted: false, forced: { text: known.draft, by: name } });
    known.unconfirmed = new Set(known.writers);
  }
  if (move === 'confirm') {
    expect(known.unconfirmed.has(name) || name === known.forced!.by, `${name} confirmed their own`).toBe(false);
    known.approved.add(known.forced!.text);
    if (known.draft === known.live) known.writers.clear();
    Object.assign(known, { forced: null, unconfirmed: new Set() });
  }
  if (move === 'withdraw') Object.assign(known, { live: null, withdrawn: known.live, forced: null });
  if (move === 'restore') {
    expect(known.approved, 'what is restored had its approvals').toContain(known.draft);
    Object.assign(known, { live: known.draft, writers: new Set(), unconfirmed: new Set() });
  }
  if (move === 'discard') Object.assign(known, { draft: known.live, writers: new Set(known.unconfirmed), approvals: [], isSubmitted: false });
  if (move === 'move') followMove(known);
}

/** A page that moves says in another column what it said before, and is as approved as before. */
function followMove(known: Onlooker): void {
  const moved = saying(titleOf(known.draft), 'gonggao');
  if (known.approved.has(known.draft)) known.approved.add(moved);
  if (known.forced) known.forced.text = moved;
  Object.assign(known, { draft: moved, live: moved });
}

async function goDirectly({ documentId }: Article, person: Person, way: (typeof WAYS)[number]): Promise<void> {
  const manager = `/content-manager/collection-types/${ARTICLE}`;
  const calls = {
    publish: [`${documentId}/actions/publish`, {}],
    unpublish: [`${documentId}/actions/unpublish`, {}],
    'publish-english': [`${documentId}/actions/publish?locale=en`, {}],
    'save-and-publish': [`${documentId}/actions/publish`, { title: '绕过' }],
    bulkPublish: ['actions/bulkPublish', { documentIds: [documentId] }],
    bulkUnpublish: ['actions/bulkUnpublish', { documentIds: [documentId] }],
  } as const;
  const [path, body] = calls[way];
  const answer = await person.call('POST', `${manager}/${path}`, body);
  // Of many, those who may not read the one name nothing: none is done.
  if (answer.status === 200) expect(answer.body, way).toEqual({ count: 0 });
  else expect(answer.status, way).toBeGreaterThanOrEqual(400);
}

/** The usual way of each column, by whoever may take it. */
const WAY: Record<Slug, [Name, (typeof MOVES)[number]][]> = {
  yaowen: [['author', 'submit'], ['reviewer', 'approve'], ['secondReviewer', 'approve'], ['signer', 'approve']],
  gonggao: [['author', 'submit'], ['colleague', 'approve'], ['reviewer', 'approve'], ['signer', 'approve']],
};

async function act(article: Article, known: Onlooker, one: Step): Promise<void> {
  switch (one.kind) {
    case 'move':
      return take(article, known, one);
    case 'go':
      for (const [name, move] of WAY[slugOf(known.draft)].slice(0, one.upTo)) await look(article, known, () => take(article, known, { by: name, move, at: false }));
      return;
    case 'direct':
      return goDirectly(article, city[one.by], one.way);
    case 'wait':
      offset += 6 * MINUTE;
      await (cms.strapi.plugin('review').service('schedule') as unknown as { runDue(): Promise<number> }).runDue();
      return;
    case 'translate':
      await city[one.by].call('PUT', `/content-manager/collection-types/${ARTICLE}/${article.documentId}?locale=en`, { title: 'News', body: '<p>News.</p>' });
      return;
    case 'edit':
      if ((await article.save(city[one.by], { title: one.text })).status === 200) noteWriting(known, one.by, saying(one.text, slugOf(known.draft)));
      return;
    case 'place': {
      const column = { set: [{ documentId: one.slug === 'yaowen' ? city.news : city.notices }] };
      if ((await article.save(city[one.by], { column })).status === 200) noteWriting(known, one.by, saying(titleOf(known.draft), one.slug));
      return;
    }
    case 'go-back':
      if (await goBack(article, city[one.by], one.version)) noteWriting(known, one.by, (await sayingOf(article, 'draft'))!);
  }
}

/** Makes the draft what one of its versions said, counted back from the last. */
async function goBack({ documentId }: Article, person: Person, back: number): Promise<boolean> {
  const versions = `/review/documents/${ARTICLE}/${documentId}/versions`;
  const { body } = await city.administrator.call('GET', versions);
  const { number } = body.data.versions[back % body.data.versions.length];
  return (await person.call('POST', `${versions}/${number}/restore`, {})).status === 200;
}

async function sayingOf({ documentId }: Article, status: 'draft' | 'published'): Promise<string | null> {
  const found = (await documents(cms, 'article').findOne({ documentId, status, populate: { column: { fields: ['slug'] } } })) as (Stored & { column: { slug: Slug } }) | null;
  return found && saying(found.title, found.column.slug);
}

/** Takes a step and judges what became public by it. */
async function look(article: Article, known: Onlooker, work: () => Promise<void>): Promise<void> {
  const before = known.live;
  await work();
  expect(await documents(cms, 'article').findOne({ documentId: article.documentId, locale: 'en', status: 'published' }), 'nobody approved the English text').toBeNull();
  const live = await sayingOf(article, 'published');
  if (live === known.live) return;
  // It became public, or went, by something else than what was just answered for.
  expect({ live, draft: known.draft, was: before }).toMatchObject({ live: known.draft });
  expect(hasItsApprovals(known), `“${live}” became public with the approvals of ${known.approvals.join('、') || 'nobody'}, written by ${[...known.writers].join('、')}`).toBe(true);
  known.approved.add(live!);
  Object.assign(known, { live, writers: new Set(), approvals: [], isSubmitted: false, forced: null, unconfirmed: new Set() });
}

/** Notices have a flow of their own with a 会签 of all; the colleague stands in for the second signer. */
async function arrange(): Promise<void> {
  const stage = (name: string, more: object) => ({ name, roles: [], users: [], countersign: 'any', days: 1, ...more });
  const stages = [stage('会签', { roles: ['reviewer'], users: [city.colleague.id], countersign: 'all' }), stage('签发', { roles: ['signer'] })];
  const flows = [{ name: '公告', site: null, column: city.notices, uid: null, stages }];
  const absence = {
    person: city.secondSigner.id, delegate: city.colleague.id,
    from: new Date(Date.now() - DAY).toISOString(), until: new Date(Date.now() + 300 * DAY).toISOString(),
  };
  const answers = [await city.administrator.call('PUT', '/review/flows', { flows }), await city.administrator.call('POST', '/review/delegations', absence)];
  expect(answers.map(({ status }) => status)).toEqual([200, 200]);
}

/** The usual ways, and one that must not be found again: to another column when it is submitted. */
const EXAMPLES: [Slug, Step[]][] = [
  ...SLUGS.map((slug): [Slug, Step[]] => [slug, [{ kind: 'go', upTo: 4 }]]),
  [
    'gonggao',
    [
      { kind: 'go', upTo: 1 },
      { kind: 'place', by: 'author', slug: 'yaowen' },
      ...(['colleague', 'reviewer', 'signer'] as const).map((by): Step => ({ kind: 'move', by, move: 'approve', at: false })),
    ],
  ],
];

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
    await arrange();
    let publications = 0;
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...SLUGS), fc.array(step, { minLength: 6, maxLength: 24 }), async (slug, steps) => {
        const column = { connect: [{ documentId: slug === 'yaowen' ? city.news : city.notices }] };
        const article = await writeArticle(city, { title: '起初', column });
        const known = meet(saying('起初', slug), 'author');
        for (const one of steps) await look(article, known, () => act(article, known, one));
        publications += known.approved.size;
      }),
      { numRuns: runs, endOnFailure: true, examples: EXAMPLES },
    );
    expect(publications, 'what has its approvals becomes public').toBeGreaterThanOrEqual(SLUGS.length);
  } finally {
    await cms.stop();
  }
}
