import { describe, expect, test } from 'vitest';

import type { Page, RedirectPage, Route } from '@mingchuang/content';

import { planPublication, type Plan } from './plan.ts';

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
  new Map([...plan.keep, ...plan.draw.map(({ page, digest }): [string, Route] => [page.path, { hash: page.path, type: 'text/html', bytes: 1, status: page.status, digest }])]);

describe('planPublication', () => {
  const site = [home('article:a@1', 'article:b@1'), article('a'), article('b')];
  const first = planPublication(site, new Map(), v1);
  const served = released(first);

  test('draws every page when nothing has been released yet', () => {
    expect(drawn(first)).toEqual(['/', '/news/a/', '/news/b/']);
  });

  test('draws nothing when neither content nor renderer has changed', () => {
    const plan = planPublication(site, served, v1);
    expect(plan).toMatchObject({ draw: [], remove: [] });
    expect(plan.keep).toEqual(served);
  });

  test('draws the edited page and the pages that show it', () => {
    const plan = planPublication([home('article:a@2', 'article:b@1'), article('a', '2'), article('b')], served, v1);
    expect(drawn(plan)).toEqual(['/', '/news/a/']);
    expect([...plan.keep.keys()]).toEqual(['/news/b/']);
  });

  test('removes the path of withdrawn content', () => {
    expect(planPublication([home('article:b@1'), article('b')], served, v1).remove).toEqual(['/news/a/']);
  });

  test('draws every page with a new renderer', () => {
    expect(planPublication(site, served, { rendererVersion: 'v2' }).draw).toHaveLength(3);
  });

  test('draws what it is asked to although nothing has changed', () => {
    expect(drawn(planPublication(site, served, { ...v1, redraw: new Set(['/news/b/']) }))).toEqual(['/news/b/']);
  });

  test('takes redirects as they are and forgets the ones that are gone', () => {
    const plan = planPublication([moved('/old/', '/new/')], new Map([['/older/', { status: 301, location: '/' }]]), v1);
    expect(plan.keep.get('/old/')).toEqual({ status: 301, location: '/new/' });
    expect(plan.remove).toEqual(['/older/']);
  });

  test('leaves media, assets and search files alone', () => {
    const file: Route = { hash: 'x', type: 'image/png', bytes: 1, status: 200, immutable: true };
    expect(planPublication([], new Map([['/media/x/a.png', file]]), v1).remove).toEqual([]);
  });

  test('never takes the props of a page that stays', () => {
    const touchy = Object.defineProperty(article('a'), 'props', { get: () => expect.fail('props were taken') });
    expect(planPublication([touchy], served, v1).draw).toEqual([]);
  });
});
