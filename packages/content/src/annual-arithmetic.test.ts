import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { checkAgainstLastYear, checkAnnualTables, EQUATIONS, SUM_CELLS, withTotals } from './annual-arithmetic.ts';
import { ANNUAL_CELLS, APPLICANTS, requestCell, REQUESTS_TABLE } from './annual-tables.ts';
import type { Figures } from './entry.ts';

const typed = [...ANNUAL_CELLS.keys()].filter((cell) => !SUM_CELLS.has(cell));

/** Tables that add up: what was received is dealt out to the results, what is left is carried on. */
const balanced: fc.Arbitrary<Figures> = fc
  .array(fc.nat(500), { minLength: typed.length, maxLength: typed.length })
  .map((values) => {
    const figures: Figures = Object.fromEntries(typed.map((cell, at) => [cell, values[at]!]));
    for (const applicant of APPLICANTS) {
      const handled = REQUESTS_TABLE.results.reduce((sum, { key }) => sum + figures[requestCell(key, applicant)]!, 0);
      const all = handled + figures[requestCell('pending', applicant)]!;
      figures[requestCell('carried', applicant)] = Math.min(3, all);
      figures[requestCell('received', applicant)] = all - Math.min(3, all);
    }
    return withTotals(figures);
  });

describe('checkAnnualTables', () => {
  test('finds nothing in tables that add up', () => {
    fc.assert(
      fc.property(balanced, (figures) => {
        expect(checkAnnualTables(figures)).toEqual([]);
      }),
    );
  });

  test('finds every single cell of the equations that is off by any amount, and names a cell of its equation', () => {
    const inEquations = [...new Set(EQUATIONS.flatMap(({ left, right }) => [...left, ...right]))];
    fc.assert(
      fc.property(balanced, fc.constantFrom(...inEquations), fc.integer({ min: 1, max: 900 }), (figures, cell, by) => {
        const found = checkAnnualTables({ ...figures, [cell]: figures[cell]! + by });
        const concerned = EQUATIONS.filter(({ left, right }) => [...left, ...right].includes(cell)).flatMap(
          ({ left, right }) => [...left, ...right],
        );
        expect(found.length).toBeGreaterThan(0);
        for (const finding of found) expect(concerned).toContain(finding.cell);
      }),
    );
  });

  test('says which cell is wrong, by how much, and what to look at', () => {
    const zero = withTotals(Object.fromEntries(typed.map((cell) => [cell, 0])));
    const total = { ...zero, 'remedies.review.total': 2 };
    expect(checkAnnualTables(total)).toEqual([
      { cell: 'remedies.review.total', message: '表四“行政复议”的总计栏填的是 2，各项相加是 0，相差 2。请核对各项。' },
    ]);
    const received = withTotals({ ...zero, 'requests.received.person': 5 });
    expect(checkAnnualTables(received)[0]).toEqual({
      cell: 'requests.pending.person',
      message:
        '表三自然人栏不平：一（本年新收）加二（上年结转）是 5，三（七）（总计）加四（结转下年度）是 0，办理结果或者结转下年度少填了 5。',
    });
  });

  test('wants every cell filled with a whole number of at least 0; money may have decimals', () => {
    const zero = withTotals(Object.fromEntries(typed.map((cell) => [cell, 0])));
    expect(checkAnnualTables({})).toHaveLength(ANNUAL_CELLS.size);
    expect(checkAnnualTables({ ...zero, 'proactive.fees.amount': 1203.45 })).toEqual([]);
    expect(checkAnnualTables({ ...zero, 'proactive.rules.made': 1.5 })[0]?.message).toContain('应当是整数');
    expect(checkAnnualTables({ ...zero, 'proactive.rules.made': -1 })[0]?.message).toContain('不小于 0');
    expect(checkAnnualTables({ ...zero, 'proactive.rules.moon': 1 })[0]?.message).toContain('请删去');
  });
});

describe('withTotals', () => {
  test('changes nothing the second time and keeps what was typed', () => {
    fc.assert(
      fc.property(balanced, (figures) => {
        expect(withTotals(figures)).toEqual(figures);
        for (const cell of typed) expect(withTotals({ ...figures })[cell]).toBe(figures[cell]);
      }),
    );
  });
});

describe('checkAgainstLastYear', () => {
  test('accepts a year that begins where the last one ended, and no other', () => {
    fc.assert(
      fc.property(balanced, balanced, fc.constantFrom(...APPLICANTS), (last, year, applicant) => {
        const next: Figures = { ...year };
        for (const one of [...APPLICANTS, 'total'])
          next[requestCell('carried', one)] = last[requestCell('pending', one)]!;
        expect(checkAgainstLastYear(next, last)).toEqual([]);
        const cell = requestCell('carried', applicant);
        const found = checkAgainstLastYear({ ...next, [cell]: next[cell]! + 1 }, last);
        expect(found.map((finding) => finding.cell)).toEqual([cell]);
        expect(found[0]!.message).toContain(`请改成 ${next[cell]}`);
      }),
    );
  });
});
