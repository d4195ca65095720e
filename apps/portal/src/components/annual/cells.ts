import { formatNumber } from '../../figures/amounts.ts';

/** A figure of a statutory table as it is printed; a cell that was not filled in shows a dash. */
export const shownCell = (figures: Readonly<Record<string, number>>, cell: string): string => {
  const value = figures[cell];
  return value === undefined ? '—' : formatNumber(value);
};
