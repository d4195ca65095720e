import fc from 'fast-check';
import { expect, test } from 'vitest';

import { pathOf } from './path-of.ts';

test.each([
  ['../tzgg/202511/a1.html', '/tzgg/202510/b2/', '/tzgg/202510/tzgg/202511/a1.html'],
  ['../../../', '/a/', '/'],
  ['/elder/hant/zwgk/', '/a/', '/zwgk/'],
  ['/%E5%B8%82/?q=1#top', '/', '/市/'],
  ['https://www.gov.cn/', '/', undefined],
  ['//other.example/', '/', undefined],
  ['tel:12345', '/', undefined],
  ['#main', '/', undefined],
])('%s on %s leads to %s', (href, from, path) => {
  expect(pathOf(href, from)).toBe(path);
});

test('steps over folders lead where a browser goes', () => {
  const name = fc.stringMatching(/^[\w-]{1,3}(\.[\w-]{1,2})?$/);
  const path = fc.array(name, { maxLength: 4 }).map((names) => names.map((one) => `${one}/`).join(''));
  const steps = fc.array(fc.constantFrom('../', './'), { maxLength: 5 }).map((all) => all.join(''));
  const rest = fc.constantFrom('', '?', '?q=%E5%B8%82/../', '#top', '?a#b');
  const href = fc.tuple(fc.oneof(steps, fc.constant('/')), path, fc.option(name, { nil: '' }), rest).map((parts) => parts.join(''));
  fc.assert(
    fc.property(href, path, (address, from) => {
      fc.pre(address !== '' && !address.startsWith('#'));
      expect(pathOf(address, `/${from}`)).toBe(new URL(address, `http://browser.example/${from}`).pathname);
    }),
  );
});
