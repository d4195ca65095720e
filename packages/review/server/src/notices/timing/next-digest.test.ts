import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { nextDigest } from './next-digest.ts';

const at = (instant: string) => nextDigest(new Date(instant), '08:30').toISOString();

describe('nextDigest', () => {
  test('is this morning before half past eight, and the next working day after it', () => {
    expect(at('2026-11-26T00:29:00Z')).toBe('2026-11-26T00:30:00.000Z');
    expect(at('2026-11-26T00:30:00Z')).toBe('2026-11-27T00:30:00.000Z');
  });

  test('leaves out weekends and public holidays, and counts Saturdays that are worked', () => {
    expect(at('2026-11-27T10:00:00Z')).toBe('2026-11-30T00:30:00.000Z');
    // 国庆节 2025: 1 to 8 October; Saturday the 11th is a working day.
    expect(at('2025-09-30T10:00:00Z')).toBe('2025-10-09T00:30:00.000Z');
    expect(at('2025-10-10T10:00:00Z')).toBe('2025-10-11T00:30:00.000Z');
  });

  test('always lies ahead, at the chosen minute, within a fortnight', () => {
    const instants = fc.date({ min: new Date('2024-01-01T00:00:00Z'), max: new Date('2026-12-31T00:00:00Z'), noInvalidDate: true });
    fc.assert(
      fc.property(instants, (after) => {
        const digest = nextDigest(after, '17:45');
        expect(digest > after).toBe(true);
        expect(digest.toISOString().slice(11, 16)).toBe('09:45');
        expect(digest.getTime() - after.getTime()).toBeLessThan(14 * 24 * 60 * 60 * 1000);
      }),
    );
  });
});
