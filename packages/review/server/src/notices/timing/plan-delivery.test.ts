import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { NOTICE_KIND_CODES } from '../kinds.ts';
import { readChoices, USUAL_CHOICES, WAYS } from '../settings/choices.ts';
import { planMail } from './plan-delivery.ts';
import { isSilent } from './silence.ts';

const noon = new Date('2026-11-26T04:00:01Z');
const midnight = new Date('2026-11-26T16:00:00Z');

describe('planMail', () => {
  test('sends what waits for somebody within seconds, together with what else comes in them', () => {
    expect(planMail('waiting', USUAL_CHOICES, noon)).toEqual({ due: new Date('2026-11-26T04:00:05Z'), bundle: 'now' });
  });

  test('keeps it for the morning at night', () => {
    expect(planMail('waiting', USUAL_CHOICES, midnight)).toEqual({ due: new Date('2026-11-26T23:00:00Z'), bundle: 'night' });
  });

  test('wakes with a forced publication only whoever allows it', () => {
    const wakeful = { ...USUAL_CHOICES, urgentAtNight: true };
    expect(planMail('forced', USUAL_CHOICES, midnight)!.bundle).toBe('night');
    expect(planMail('forced', wakeful, midnight)).toEqual({ due: midnight, bundle: 'now' });
    expect(planMail('waiting', wakeful, midnight)!.bundle).toBe('night');
  });

  test('puts into the digest, or leaves out, what somebody chose so', () => {
    const choices = readChoices(JSON.stringify({ mail: { waiting: 'digest', returned: 'off' }, digestAt: '09:00' }));
    expect(planMail('waiting', choices, noon)).toEqual({ due: new Date('2026-11-27T01:00:00Z'), bundle: 'digest' });
    expect(planMail('returned', choices, noon)).toBeUndefined();
    expect(planMail('overdue', choices, noon)!.bundle).toBe('now');
  });

  test('never sends in the silence unless it is urgent and allowed', () => {
    const times = fc.integer({ min: 0, max: 1439 }).map((minute) => new Date(minute * 60_000).toISOString().slice(11, 16));
    const choices = fc.record({
      mail: fc.dictionary(fc.constantFrom(...NOTICE_KIND_CODES), fc.constantFrom(...WAYS)),
      digestAt: times,
      silence: fc.record({ from: times, to: times }),
      urgentAtNight: fc.boolean(),
    });
    const instants = fc.date({ min: new Date('2025-01-01T00:00:00Z'), max: new Date('2026-12-20T00:00:00Z'), noInvalidDate: true });
    fc.assert(
      fc.property(fc.constantFrom(...NOTICE_KIND_CODES), choices, instants, (kind, chosen, at) => {
        const plan = planMail(kind, chosen, at);
        if (!plan) {
          expect(chosen.mail[kind]).toBe('off');
          return;
        }
        expect(plan.due.getTime()).toBeGreaterThanOrEqual(at.getTime());
        // What is sent at once is gathered for five seconds, and may so end in the first of the silence.
        if (plan.bundle !== 'now') expect(isSilent(plan.due, chosen.silence)).toBe(false);
        else if (isSilent(at, chosen.silence)) expect([kind, chosen.urgentAtNight]).toEqual([expect.stringMatching(/^(forced|publish-failed|alarm)$/), true]);
      }),
      { numRuns: 1000 },
    );
  });
});
