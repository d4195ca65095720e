import { randomBytes } from 'node:crypto';

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { createSealing } from './sealing.ts';

const key = randomBytes(32).toString('base64');
const sealing = createSealing(key);

describe('createSealing', () => {
  test('opens what it sealed', () => {
    fc.assert(fc.property(fc.string(), fc.string(), (text, about) => sealing.open(sealing.seal(text, about), about) === text));
  });

  test('never seals the same text alike', () => {
    expect(sealing.seal('王小明', 'n/name')).not.toBe(sealing.seal('王小明', 'n/name'));
  });

  test('does not open a value that was moved to another case or field', () => {
    const sealed = sealing.seal('王小明', '20261109-ABCDEF/name');
    expect(() => sealing.open(sealed, '20261109-ABCDEG/name')).toThrow();
    expect(() => sealing.open(sealed, '20261109-ABCDEF/phone')).toThrow();
  });

  test('does not open a value that was altered, or sealed with another key', () => {
    const sealed = sealing.seal('王小明', 'n');
    const bytes = Buffer.from(sealed.slice(3), 'base64');
    bytes[14]! ^= 1;
    expect(() => sealing.open(`v1.${bytes.toString('base64')}`, 'n')).toThrow();
    expect(() => createSealing(randomBytes(32).toString('base64')).open(sealed, 'n')).toThrow();
  });

  test('knows the code of a number, and no other', () => {
    const hash = sealing.hashCode('20261109-ABCDEF', 'ABCDEFGH');
    expect(hash).not.toContain('ABCDEFGH');
    expect(sealing.isCode('20261109-ABCDEF', 'ABCDEFGH', hash)).toBe(true);
    expect(sealing.isCode('20261109-ABCDEF', 'ABCDEFGJ', hash)).toBe(false);
    expect(sealing.isCode('20261109-ABCDEG', 'ABCDEFGH', hash)).toBe(false);
    expect(sealing.isCode('20261109-ABCDEF', 'ABCDEFGH', '')).toBe(false);
  });

  test('refuses a key that is not 32 bytes, and says how to make one', () => {
    expect(() => createSealing('short')).toThrow('openssl rand -base64 32');
  });
});
