import { describe, expect, test } from 'vitest';

import type { Right } from '../actions.ts';
import { possibleEvents, refusal } from './rules.ts';
import type { CaseFacts } from './stages.ts';

const who = (...rights: Right[]) => ({ id: 7, name: '周敏', rights: new Set<Right>(['read', ...rights]), agencies: ['a'] });
const at = (stage: CaseFacts['stage'], writers: number[] = []) => ({
  stage,
  writers,
  quarantined: false,
  mayPublish: true,
  rated: false,
  rectifying: false,
});

describe('refusal', () => {
  test('lets nobody approve or publish an answer they wrote in, whatever their rights', () => {
    const all = who('handle', 'approve', 'assign', 'contact');
    expect(refusal('approve', at('review', [7]), all)).toBe('four-eyes');
    expect(refusal('publish', at('answered', [3, 7]), all)).toBe('four-eyes');
    expect(refusal('approve', at('review', [3]), all)).toBeUndefined();
  });

  test('lets no program approve: an approval has a person', () => {
    expect(refusal('approve', at('review', [3]), { ...who('approve'), id: null })).toBe('four-eyes');
  });

  test('lets staff rate nothing', () => {
    expect(refusal('rate', at('answered'), who('handle', 'approve', 'assign'))).toBe('right');
  });

  test('returns an answer to its writer even when the approver wrote in it', () => {
    expect(refusal('reject', at('review', [7]), who('approve'))).toBeUndefined();
  });
});

describe('possibleEvents', () => {
  test.each([
    [['handle'], 'assigned', ['accept', 'return', 'quarantine']],
    [['handle'], 'handling', ['return', 'draft', 'submit', 'quarantine']],
    [['handle'], 'review', ['recall']],
    [['approve'], 'review', ['approve', 'reject']],
    [['approve'], 'answered', ['prepare', 'publish', 'close']],
    [['approve'], 'public', ['withdraw']],
    [['assign'], 'received', ['assign', 'quarantine']],
    [['assign'], 'answered', []],
    [[], 'handling', []],
  ] as const)('offers someone who may %s, at %s: %s', (rights, stage, events) => {
    expect(possibleEvents(at(stage), who(...rights))).toEqual(events);
  });
});
