import { ANNUAL_CELLS, SUM_CELLS, withTotals, type Figures } from '../src/index.ts';

/** Statutory tables with the given cells, 0 in all others, and every total worked out. */
export const annualFigures = (cells: Figures): Figures =>
  withTotals({
    ...Object.fromEntries([...ANNUAL_CELLS.keys()].filter((cell) => !SUM_CELLS.has(cell)).map((cell) => [cell, 0])),
    ...cells,
  });
