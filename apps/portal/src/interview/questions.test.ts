import { expect, test } from 'vitest';

import { questionsIn } from './questions.ts';

const turns = (...texts: [role: 'host' | 'guest' | 'citizen', text: string][]) => texts.map(([role, text]) => ({ role, text }));

test('lists what hosts and citizens ask, by the last question of a turn', () => {
  const lines = questionsIn(
    turns(
      ['host', '各位网友好。今天谈公交。先请问，为什么要改线？'],
      ['guest', '原因有三个？其实是两个。'],
      ['citizen', '老人卡还能用吗？'],
      ['host', '谢谢。'],
      ['citizen', '末班车几点？会不会延长？'],
      ['host', '还有人问，31 路什么时候开？'],
    ),
  );
  expect(lines).toEqual([
    { id: 't1', text: '先请问，为什么要改线？' },
    { id: 't3', text: '老人卡还能用吗？' },
    { id: 't5', text: '会不会延长？' },
    { id: 't6', text: '还有人问，31 路什么时候开？' },
  ]);
});

test('lists nothing while the questions are few', () => {
  expect(questionsIn(turns(['host', '为什么？'], ['guest', '因为。']))).toEqual([]);
});
