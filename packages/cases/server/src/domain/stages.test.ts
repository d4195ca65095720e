import { describe, expect, test } from 'vitest';

import { EVENTS, isAnswered, nextStage, STAGES, stateShown, type CaseEvent, type CaseFacts, type Stage } from './stages.ts';

const at = (stage: Stage, facts: Partial<CaseFacts> = {}): CaseFacts => ({
  stage,
  quarantined: false,
  mayPublish: true,
  rated: false,
  rectifying: true,
  ...facts,
});

/** Every cell, written out a second time: rows are stages, `-` means refused. `release` is for quarantined cases only. */
const CELLS = `
            assign   accept   return   draft    submit recall   approve  reject   prepare  publish close  withdraw rate     rectify  quarantine release
  received  assigned -        -        -        -      -        -        -        -        -       -      -        -        -        received   -
  assigned  assigned handling received -        -      -        -        -        -        -       -      -        -        -        assigned   -
  handling  assigned -        received handling review -        -        -        -        -       -      -        -        -        handling   -
  review    -        -        -        -        -      handling answered handling -        -       -      -        -        -        -          -
  answered  -        -        -        -        -      -        -        -        answered public  closed -        answered answered -          -
  public    -        -        -        -        -      -        -        -        -        -       -      closed   public   public   -          -
  closed    -        -        -        -        -      -        -        -        -        -       -      -        closed   closed   -          -
`;
const [head, ...rows] = CELLS.trim().split('\n').map((line) => line.trim().split(/\s+/));
const cells = rows.flatMap(([stage, ...next]) => next.map((cell, index) => [stage, head![index], cell === '-' ? undefined : cell] as const));

describe('nextStage', () => {
  test('has a cell for every stage and event', () => {
    expect(cells).toHaveLength(STAGES.length * EVENTS.length);
    expect(head).toEqual([...EVENTS]);
  });

  test.each(cells)('leads from %s by %s to %s', (stage, event, next) => {
    expect(nextStage(at(stage as Stage), event as CaseEvent)).toBe(next);
  });

  test.each(EVENTS.filter((event) => event !== 'release'))('refuses %s while a case is in quarantine, whatever its stage', (event) => {
    for (const stage of STAGES) expect(nextStage(at(stage, { quarantined: true }), event)).toBeUndefined();
  });

  test.each(['received', 'assigned', 'handling'] as const)('releases a quarantined case where it was: %s', (stage) => {
    expect(nextStage(at(stage, { quarantined: true }), 'release')).toBe(stage);
  });

  test('publishes nothing the citizen wants kept private', () => {
    expect(nextStage(at('answered', { mayPublish: false }), 'publish')).toBeUndefined();
    expect(nextStage(at('answered', { mayPublish: false }), 'prepare')).toBeUndefined();
    expect(nextStage(at('answered', { mayPublish: false }), 'close')).toBe('closed');
  });

  test('takes one rating only', () => {
    for (const stage of STAGES) expect(nextStage(at(stage, { rated: true }), 'rate')).toBeUndefined();
  });

  test('puts right only what a bad rating complains about', () => {
    for (const stage of STAGES) expect(nextStage(at(stage, { rectifying: false }), 'rectify')).toBeUndefined();
  });
});

describe('stateShown', () => {
  test.each([
    ['review', false, 'handling'],
    ['answered', true, 'answered'],
    ['public', false, 'public'],
    ['public', true, 'rated'],
    ['closed', true, 'rated'],
  ] as const)('shows %s (rated: %s) as %s', (stage, rated, shown) => expect(stateShown({ stage, rated })).toBe(shown));
});

test('an answer is with the citizen from its approval on', () => {
  expect(STAGES.filter(isAnswered)).toEqual(['answered', 'public', 'closed']);
});
