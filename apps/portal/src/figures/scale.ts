/** Rounded so that the same figures always give the same bytes, on every machine. */
const round = (value: number) => Math.round(value * 100) / 100;

/** How long each bar is, in per cent of the longest; never negative. */
export function barLengths(values: readonly number[]): number[] {
  const longest = Math.max(...values, 0);
  return values.map((value) => (longest === 0 ? 0 : round((Math.max(value, 0) / longest) * 100)));
}

/** Figures have two decimals: a smaller spread is none. */
const NEGLIGIBLE = 0.005;

/** A column of a chart, in units from the top of the plot. */
export interface ChartColumn {
  top: number;
  height: number;
  /** Where its figure is written: above what grew, below what shrank. */
  label: number;
}

/**
 * Places columns between the greatest and the least value, with zero always in view.
 * @param height Of the plot, in the unit of the answer.
 * @returns The columns and where the line of zero is.
 */
export function placeColumns(values: readonly number[], height: number): { columns: ChartColumn[]; zero: number } {
  const most = Math.max(...values, 0);
  const least = Math.min(...values, 0);
  const unit = most - least < NEGLIGIBLE ? 0 : height / (most - least);
  const zero = unit === 0 ? height : round(most * unit);
  const columns = values.map((value) => {
    const size = round(Math.abs(value) * unit);
    const top = value >= 0 ? round(zero - size) : zero;
    return { top, height: size, label: value >= 0 ? round(top - 0.5) : round(top + size + 1.2) };
  });
  return { columns, zero };
}
