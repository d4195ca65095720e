import { describe, expect, test } from 'vitest';

import { totalsOf } from './totals.ts';

const service = (title: string, facts: Partial<Parameters<typeof totalsOf>[0][number]> = {}) => ({
  title,
  charged: false,
  fee: undefined,
  visits: 0,
  caseType: 'promised' as const,
  promisedLimit: 5,
  promisedUnit: 'workday' as const,
  ...facts,
});

describe('totalsOf', () => {
  test('names what costs money, and says when nothing does', () => {
    expect(totalsOf([service('甲'), service('乙')]).cost).toBe('全部不收费');
    expect(totalsOf([service('甲', { charged: true }), service('乙'), service('丙', { charged: true })]).cost).toBe('2 项收费：甲、丙');
  });

  test('finds the slowest across working days, days and hours', () => {
    const slow = service('慢', { promisedLimit: 20 });
    expect(totalsOf([service('快', { promisedLimit: 20, promisedUnit: 'day' }), slow, service('更快', { promisedLimit: 48, promisedUnit: 'hour' })]).longest).toBe('20 个工作日（慢）');
    expect(totalsOf([service('当场', { caseType: 'immediate', promisedLimit: 0 })]).longest).toBe('当场办结');
  });

  test('adds up the trips', () => {
    expect(totalsOf([service('甲', { visits: 1 }), service('乙', { visits: 2 })]).visits).toBe('最多 3 趟');
    expect(totalsOf([service('甲')]).visits).toBe('0 趟');
  });
});
