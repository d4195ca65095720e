import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import type { Page, PageGroup, RedirectPage, Route } from '@mingchuang/content';

import { planPublication, type Plan, type Standing } from './plan.ts';

const article = (id: string, version = '1'): Page => ({
  path: `/news/${id}/`,
  template: 'Article',
  status: 200,
  digest: `article:${id}@${version}`,
  props: () => ({}),
});
const home = (...shown: string[]): Page => ({ path: '/', template: 'Home', status: 200, digest: shown.join(), props: () => ({}) });
const moved = (path: string, location: string): RedirectPage => ({ path, status: 301, location });
const v1 = { rendererVersion: 'v1' };
const drawn = (plan: Plan) => plan.draw.map(({ page }) => page.path);
/** What is served once everything planned was drawn. */
const released = (plan: Plan): Map<string, Route> =>
  new Map([...plan.redirects, ...plan.draw.map(({ page, digest }): [string, Route] => [page.path, { hash: page.path, type: 'text/html', bytes: 1, status: page.status, digest }])]);

describe('planPublication', () => {
  const site = [home('article:a@1', 'article:b@1'), article('a'), article('b')];
  const first = planPublication([site], new Map(), v1);
  const served = released(first);

  test('draws every page when nothing has been released yet', () => {
    expect(drawn(first)).toEqual(['/', '/news/a/', '/news/b/']);
  });

  test('draws nothing when neither content nor renderer has changed', () => {
    const plan = planPublication([site], served, v1);
    expect(plan).toMatchObject({ draw: [], remove: [], kept: 3 });
  });

  test('draws the edited page and the pages that show it', () => {
    const plan = planPublication([[home('article:a@2', 'article:b@1'), article('a', '2'), article('b')]], served, v1);
    expect(drawn(plan)).toEqual(['/', '/news/a/']);
    expect(plan.kept).toBe(1);
  });

  test('removes the path of withdrawn content', () => {
    expect(planPublication([[home('article:b@1'), article('b')]], served, v1).remove).toEqual(['/news/a/']);
  });

  test('draws every page with a new renderer', () => {
    expect(planPublication([site], served, { rendererVersion: 'v2' }).draw).toHaveLength(3);
  });

  test('draws what it is asked to although nothing has changed', () => {
    expect(drawn(planPublication([site], served, { ...v1, redraw: new Set(['/news/b/']) }))).toEqual(['/news/b/']);
  });

  test('takes redirects as they are and forgets the ones that are gone', () => {
    const plan = planPublication([[moved('/old/', '/new/')]], new Map([['/older/', { status: 301, location: '/' }]]), v1);
    expect(plan.redirects.get('/old/')).toEqual({ status: 301, location: '/new/' });
    expect(plan.remove).toEqual(['/older/']);
  });

  test('leaves media, assets and search files alone', () => {
    const file: Route = { hash: 'x', type: 'image/png', bytes: 1, status: 200, immutable: true };
    expect(planPublication([], new Map([['/media/x/a.png', file]]), v1).remove).toEqual([]);
  });

  test('never takes the props of a page that stays', () => {
    const touchy = Object.defineProperty(article('a'), 'props', { get: () => expect.fail('props were taken') });
    expect(planPublication([[touchy]], served, v1).draw).toEqual([]);
  });
});

describe('a plan by difference', () => {
  /** A site of groups, each with a few pages; some claim the address of another, some cannot be drawn. */
  const page = fc.record({ id: fc.constantFrom(...'abcdefgh'), version: fc.constantFrom('1', '2'), isBroken: fc.boolean() });
  const group = fc.array(page, { maxLength: 3 });
  const edit = fc.record({ at: fc.nat(5), group: fc.option(group, { nil: undefined }) });

  const broken = new Set<Page>();
  const groupOf = (pages: { id: string; version: string; isBroken: boolean }[]): PageGroup =>
    pages.map(({ id, version, isBroken }) => {
      const made: Page = { ...article(id, version), document: { type: 'article', documentId: `${id}${version}`, locale: 'zh-Hans' } };
      if (isBroken) broken.add(made);
      return made;
    });

  /** What is served after a plan was drawn, and what it was planned from. */
  function carryOut(plan: Plan, served: ReadonlyMap<string, Route>): { served: Map<string, Route>; standing: Standing } {
    const after = new Map(served);
    for (const path of plan.remove) after.delete(path);
    const drawnPages = plan.draw.filter(({ page: one }) => !broken.has(one));
    for (const { page: one, digest } of drawnPages) after.set(one.path, { hash: digest, type: 'text/html', bytes: 1, status: 200, digest });
    const failed = new Set(plan.draw.filter(({ page: one }) => broken.has(one)).map(({ page: one }) => one));
    const unsettled = new Set([...plan.placed].filter(([whole, placed]) => placed.length < whole.length || placed.some((one) => failed.has(one as Page))).map(([whole]) => whole));
    return { served: after, standing: { placed: plan.placed, unsettled, rendererVersion: 'v1' } };
  }

  const told = ({ draw, remove, conflicts, kept }: Plan) => ({ draw: draw.map(({ page: one, digest, served }) => [one.path, digest, served]), remove: remove.toSorted(), conflicts, kept });

  test('is the plan of all pages, whatever was edited, claimed twice or could not be drawn', () => {
    fc.assert(
      fc.property(fc.array(group, { minLength: 2, maxLength: 6 }), fc.array(edit, { maxLength: 8 }), (begin, edits) => {
        const groups = begin.map(groupOf);
        let state: { served: Map<string, Route>; standing?: Standing } = { served: new Map() };
        for (const { at, group: changed } of [{ at: 0, group: undefined }, ...edits]) {
          if (changed) groups[at % groups.length] = groupOf(changed);
          const plan = planPublication(groups, state.served, { ...v1, standing: state.standing });
          expect(told(plan)).toEqual(told(planPublication(groups, state.served, v1)));
          state = carryOut(plan, state.served);
        }
      }),
      { numRuns: 500 },
    );
  });

  test('does not look into a group that stands', () => {
    const groups = [groupOf([{ id: 'a', version: '1', isBroken: false }]), groupOf([{ id: 'b', version: '1', isBroken: false }])];
    const { served, standing } = carryOut(planPublication(groups, new Map(), v1), new Map());
    const closed = groups[0]! as Page[];
    Object.defineProperty(closed[0], 'digest', { get: () => expect.fail('a page that stands was asked') });
    const plan = planPublication([closed, groupOf([{ id: 'b', version: '2', isBroken: false }])], served, { ...v1, standing });
    expect(drawn(plan)).toEqual(['/news/b/']);
  });
});
