import { expect, test } from 'vitest';

import { westernise } from './english-punctuation.ts';

test('text gets Western punctuation, addresses keep theirs', () => {
  expect(westernise('<a href="/media/a/表（1）.pdf">Form（PDF，12 kB）</a>　<b>A、B</b>')).toBe('<a href="/media/a/表（1）.pdf">Form (PDF, 12 kB)</a> · <b>A, B</b>');
});

test('words marked as Chinese keep theirs', () => {
  expect(westernise('<b>A：</b><p lang="zh-Hans">望川，两江。</p><b>B，C</b>')).toBe('<b>A: </b><p lang="zh-Hans">望川，两江。</p><b>B, C</b>');
});
