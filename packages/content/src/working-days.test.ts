import { execFileSync } from 'node:child_process';
import path from 'node:path';

import { expect, test } from 'vitest';

import { isWorkingDay, workingDaysBetween, workingDeadline } from './working-days.ts';

test('counts working days over a holiday and the weekends that make up for it', () => {
  const { dueOn, calculation } = workingDeadline('2026-09-24', 12);
  expect(dueOn).toBe('2026-10-19');
  const noted = Object.fromEntries(calculation.map(({ date, count, note }) => [date.slice(5), count ?? note]));
  expect(noted).toMatchObject({ '09-24': '收到当日不计', '09-25': '中秋', '09-28': 1, '10-01': '国庆节', '10-08': 4, '10-10': 6, '10-11': '周末', '10-19': 12 });
  expect(calculation.find(({ date }) => date === '2026-10-10')).toMatchObject({ note: '调休上班' });
  expect([isWorkingDay('2026-10-10'), isWorkingDay('2026-10-11'), isWorkingDay('2026-10-12')]).toEqual([true, false, true]);
  expect(workingDaysBetween('2026-09-28', '2026-10-12')).toBe(6);
});

test.each(['America/Los_Angeles', 'Asia/Shanghai', 'Pacific/Kiritimati'])('gives the same day wherever the machine is: %s', (zone) => {
  const file = path.join(import.meta.dirname, 'working-days.ts');
  const ask = `import(${JSON.stringify(file)}).then((days) => console.log(days.workingDeadline('2026-09-24', 12).dueOn))`;
  const said = execFileSync(process.execPath, ['--import', 'tsx', '--eval', ask], { env: { ...process.env, TZ: zone }, encoding: 'utf8' });
  expect(said.trim()).toBe('2026-10-19');
});
