import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { afterSilence, isSilent, NIGHT } from './silence.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

const instants = fc.date({ min: new Date('2024-01-01T00:00:00Z'), max: new Date('2031-12-31T23:59:59Z'), noInvalidDate: true });
const timesOfDay = fc.integer({ min: 0, max: 24 * 60 - 1 }).map((minute) => `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`);
const silences = fc.record({ from: timesOfDay, to: timesOfDay });

describe('isSilent', () => {
  test('begins at ten at night in Shanghai and ends at seven', () => {
    expect(isSilent(new Date('2026-11-26T13:59:59Z'), NIGHT)).toBe(false);
    expect(isSilent(new Date('2026-11-26T14:00:00Z'), NIGHT)).toBe(true);
    expect(isSilent(new Date('2026-11-26T22:59:59Z'), NIGHT)).toBe(true);
    expect(isSilent(new Date('2026-11-26T23:00:00Z'), NIGHT)).toBe(false);
  });

  test('may lie within one day, and is nothing when it ends where it begins', () => {
    const noon = { from: '12:00', to: '14:00' };
    expect(isSilent(new Date('2026-11-26T04:30:00Z'), noon)).toBe(true);
    expect(isSilent(new Date('2026-11-26T06:00:00Z'), noon)).toBe(false);
    fc.assert(fc.property(instants, timesOfDay, (at, time) => !isSilent(at, { from: time, to: time })));
  });
});

describe('afterSilence', () => {
  test('waits until seven in the morning, of the same day after midnight', () => {
    expect(afterSilence(new Date('2026-11-26T15:30:00Z'), NIGHT).toISOString()).toBe('2026-11-26T23:00:00.000Z');
    expect(afterSilence(new Date('2026-11-26T17:30:00Z'), NIGHT).toISOString()).toBe('2026-11-26T23:00:00.000Z');
  });

  test('answers an instant that is never silent, never earlier, and at once outside of the silence', () => {
    fc.assert(
      fc.property(instants, silences, (at, silence) => {
        const sent = afterSilence(at, silence);
        expect(isSilent(sent, silence)).toBe(false);
        expect(sent.getTime() - at.getTime()).toBeGreaterThanOrEqual(0);
        expect(sent.getTime() - at.getTime()).toBeLessThan(DAY);
        if (!isSilent(at, silence)) expect(sent).toEqual(at);
      }),
      { numRuns: 2000 },
    );
  });

  test('lets no minute pass in which it could have been sent', () => {
    fc.assert(
      fc.property(instants, silences, fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), (at, silence, part) => {
        const waited = afterSilence(at, silence).getTime() - at.getTime();
        if (waited > 0) expect(isSilent(new Date(at.getTime() + Math.floor(waited * part)), silence)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  test('is left out by whoever wants no silence', () => {
    fc.assert(fc.property(instants, (at) => afterSilence(at, null) === at));
  });
});
