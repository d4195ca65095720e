import { caseFigures } from '@mingchuang/content';
import { expect, test } from 'vitest';

import { countFigures } from './figures.ts';

const row = (agency: string | null, answeredAt: string | null, dueOn = '2025-11-17') => ({
  agency,
  agency_name: agency && `${agency} 局`,
  received_at: '2025-11-10T02:00:00.000Z',
  answered_at: answeredAt,
  due_on: dueOn,
});

test('counts a month: received, answered, mean working days, share in time, by agency', () => {
  const figures = countFigures('2025-11', [
    row('a', '2025-11-11T02:00:00.000Z'),
    row('a', '2025-11-18T02:00:00.000Z'),
    row('a', '2025-11-12T02:00:00.000Z'),
    row('b', null),
    row(null, null),
  ]);
  expect(caseFigures.parse(figures)).toEqual({
    month: '2025-11',
    received: 5,
    answered: 3,
    averageWorkingDays: 3,
    onTime: 66.7,
    byAgency: [
      { agency: { type: 'agency', documentId: 'a' }, agencyName: 'a 局', received: 3, answered: 3, inTime: 2 },
      { agency: { type: 'agency', documentId: 'b' }, agencyName: 'b 局', received: 1, answered: 0, inTime: 0 },
    ],
  });
});

test('says nothing about means while nothing is answered', () => {
  const figures = countFigures('2025-11', [row('a', null)]);
  expect(figures).not.toHaveProperty('averageWorkingDays');
  expect(figures).not.toHaveProperty('onTime');
});
