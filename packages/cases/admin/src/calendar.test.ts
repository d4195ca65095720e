import { workingDeadline } from '@mingchuang/content';
import { expect, test } from 'vitest';

import { calendarWeeks } from './calendar.ts';

test('lays a calculation over the holiday out in weeks from Monday, with the months named where they begin', () => {
  const weeks = calendarWeeks(workingDeadline('2025-09-30', 5).calculation);
  expect(weeks.map((week) => week.map((day) => day?.label ?? ''))).toEqual([
    ['', '9/30', '10/1', '2', '3', '4', '5'],
    ['6', '7', '8', '9', '10', '11', '12'],
    ['13', '14', '', '', '', '', ''],
  ]);
  expect(weeks.flat().filter((day) => day?.count).length).toBe(5);
  expect(weeks[0]![1]).toMatchObject({ first: true, date: '2025-09-30' });
});
