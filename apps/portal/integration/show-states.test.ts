import postcss from 'postcss';
import { expect, test } from 'vitest';

import { showStates } from './show-states.ts';

const shown = async (css: string, from = '/src/styleguide/sheets/site.css') => (await postcss([showStates()]).process(css, { from })).css;

test('rules for the pointer and the focus are for the classes of the examples too, in the same place', async () => {
  expect(await shown('.btn:hover{color:red}a:focus-visible *,.in:focus-visible{color:blue}.btn[disabled]{color:grey}')).toBe(
    '.btn:hover,.btn.is-hover{color:red}a:focus-visible *,.in:focus-visible,a.is-focus *,.in.is-focus{color:blue}.btn[disabled]{color:grey}',
  );
  expect(await shown("@media print{.voice:is(:hover, [aria-pressed='true']){color:red}}")).toContain(".voice:is(.is-hover, [aria-pressed='true'])");
});

test('the sheets of visitors are left as they are', async () => {
  expect(await shown('.btn:hover{color:red}', '/src/styles/site.css')).toBe('.btn:hover{color:red}');
});
