import { join } from 'node:path';

import { checkAgainstLastYear, checkAnnualTables, type Figures } from '@mingchuang/content';
import { checkNotice, maskNotice, type Notice } from '@mingchuang/review/notices';
import { describe, expect, test } from 'vitest';

import { readCity } from './city';

const { documents } = readCity(join(import.meta.dirname, '../../demo'));
const reports = documents['annual-report'];
const notices = documents['public-notice'];
const powers = documents['power-item'];

describe('annual reports of the demo city', () => {
  const tabled = reports.filter(({ tables }) => tables) as unknown as { key: string; agency: string; year: number; tables: Figures }[];

  test('have tables that add up, and go on where the year before ended', () => {
    expect(tabled.length).toBeGreaterThanOrEqual(7);
    for (const { key, agency, year, tables } of tabled) {
      expect(checkAnnualTables(tables), key).toEqual([]);
      const last = tabled.find((other) => other.agency === agency && other.year === year - 1);
      if (last) expect(checkAgainstLastYear(tables, last.tables), key).toEqual([]);
    }
    expect(tabled.filter(({ agency }) => agency === 'zhengfuban').map(({ year }) => year)).toEqual([2021, 2022, 2023, 2024, 2025]);
  });

  test('say in words what their tables say', () => {
    for (const { key, overview, tables } of reports)
      if (tables) for (const row of ['received', 'handled']) expect(overview, `${key} ${row}`).toContain(`${(tables as Figures)[`requests.${row}.total`]}件`);
  });

  test('reach back to the first year of the regulation, and come out in time', () => {
    expect(reports.some(({ year }) => year === 2008)).toBe(true);
    for (const { key, agency, year, published } of reports)
      expect(published <= `${(year as number) + 1}-${agency === 'zhengfuban' ? '03-31' : '01-31'} 24:00`, `${key} by art. 49`).toBe(true);
  });
});

describe('notices of the demo city', () => {
  test('are of eight kinds, masked already, and may be published as they are', () => {
    expect(new Set(notices.map(({ kind }) => kind)).size).toBe(8);
    for (const notice of notices as unknown as Notice[]) {
      expect(maskNotice(notice)).toEqual(notice);
      expect(checkNotice(notice), String(notice.key)).toEqual([]);
    }
  });

  test('include one that is over and one that ends soon', () => {
    expect(notices.some(({ expiresOn }) => (expiresOn as string) <= '2026-11-22')).toBe(true);
    expect(notices.some(({ endsOn }) => (endsOn as string) > '2026-11-22' && (endsOn as string) <= '2026-11-29')).toBe(true);
  });
});

test('powers of the demo city are of every named type, and half of them lead to a service', () => {
  expect(new Set(powers.map(({ powerType }) => powerType)).size).toBe(9);
  expect(new Set(powers.map(({ agency }) => agency)).size).toBeGreaterThanOrEqual(5);
  expect(powers.filter(({ service }) => service).length * 2).toBeGreaterThanOrEqual(powers.length);
});
