import { expect, test } from 'vitest';

import { fileAddress } from './file-address.ts';

test('encodes what would end an address and keeps Chinese readable', () => {
  expect(fileAddress({ hash: 'ab12', name: '附件 1：100%#?.pdf' })).toBe('/media/ab12/附件%201：100%25%23%3F.pdf');
});
