import { expect, test } from 'vitest';

import { inLocale } from './locale.ts';
import { sentences } from './sentences.ts';

test('puts Chinese sentences side by side without a space', () => {
  expect(sentences('收到 9 封。', undefined, false, '都答复了。')).toBe('收到 9 封。都答复了。');
});

test('parts English sentences', () => {
  expect(inLocale('en', () => sentences('Nine received.', 'All answered.'))).toBe('Nine received. All answered.');
});
