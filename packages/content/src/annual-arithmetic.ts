import {
  ANNUAL_CELLS,
  APPLICANTS,
  OUTCOMES,
  PROCEDURES,
  remedyCell,
  requestCell,
  REQUEST_ROWS,
  REQUESTS_TABLE,
} from './annual-tables.ts';
import type { Figures } from './entry.ts';

/** Both sides are sums of cells that must be equal (勾稽关系 of 国办公开办函〔2021〕30号). */
export interface Equation {
  left: readonly string[];
  right: readonly string[];
  /** True when the one cell on the left is worked out from the right and never typed. */
  isSum: boolean;
}

/** A cell that is wrong, and in Chinese what is wrong with it and what to do. */
export interface CellFinding {
  cell: string;
  message: string;
}

const sumOf = (total: string, parts: readonly string[]): Equation => ({ left: [total], right: parts, isSum: true });
const columns = [...APPLICANTS, 'total'];

/** Sums first, so that working them out in this order fills every total. */
export const EQUATIONS: readonly Equation[] = [
  ...APPLICANTS.map((applicant) =>
    sumOf(
      requestCell(REQUESTS_TABLE.total.key, applicant),
      REQUESTS_TABLE.results.map(({ key }) => requestCell(key, applicant)),
    ),
  ),
  ...REQUEST_ROWS.map(({ key }) =>
    sumOf(
      requestCell(key, 'total'),
      APPLICANTS.map((applicant) => requestCell(key, applicant)),
    ),
  ),
  ...PROCEDURES.map((procedure) =>
    sumOf(
      remedyCell(procedure, 'total'),
      OUTCOMES.map((outcome) => remedyCell(procedure, outcome)),
    ),
  ),
  ...columns.map((applicant) => ({
    left: REQUESTS_TABLE.received.map(({ key }) => requestCell(key, applicant)),
    right: [REQUESTS_TABLE.total, REQUESTS_TABLE.pending].map(({ key }) => requestCell(key, applicant)),
    isSum: false,
  })),
];

/** Cells that are worked out, by key. */
export const SUM_CELLS: ReadonlySet<string> = new Set(
  EQUATIONS.filter(({ isSum }) => isSum).map(({ left }) => left[0]!),
);

const nameOf = (cell: string) => ANNUAL_CELLS.get(cell) ?? cell;
const isMoney = (cell: string) => cell.endsWith('.amount');
/** Money is added in ten-thousandths, so that 0.1 and 0.2 are 0.3. */
const add = (figures: Figures, cells: readonly string[]) =>
  Math.round(cells.reduce((sum, cell) => sum + (figures[cell] ?? 0), 0) * 10_000) / 10_000;

/** The figures with every total worked out anew. Pure; totals that were given are replaced. */
export function withTotals(figures: Figures): Figures {
  const whole = { ...figures };
  for (const { left, right, isSum } of EQUATIONS)
    if (isSum && right.some((cell) => whole[cell] !== undefined)) whole[left[0]!] = add(whole, right);
  return whole;
}

/**
 * Everything that is wrong in the tables of one year: cells left empty, figures that cannot be, sums that do not add
 * up. Empty when the report may be published.
 */
export function checkAnnualTables(figures: Figures): CellFinding[] {
  return [...checkCells(figures), ...EQUATIONS.flatMap((equation) => checkEquation(figures, equation))];
}

function checkCells(figures: Figures): CellFinding[] {
  const unknown = Object.keys(figures).filter((cell) => !ANNUAL_CELLS.has(cell));
  const wrong = [...ANNUAL_CELLS.keys()].flatMap((cell): CellFinding[] => {
    const value = figures[cell];
    if (value === undefined) return [{ cell, message: `${nameOf(cell)}没有填。没有发生的填 0。` }];
    if (!Number.isFinite(value) || value < 0)
      return [{ cell, message: `${nameOf(cell)}填的是 ${value}，应当是不小于 0 的数。` }];
    if (!isMoney(cell) && !Number.isInteger(value))
      return [{ cell, message: `${nameOf(cell)}填的是 ${value}，应当是整数。` }];
    return [];
  });
  return [...wrong, ...unknown.map((cell) => ({ cell, message: `法定表格里没有“${cell}”这一格，请删去。` }))];
}

function checkEquation(figures: Figures, { left, right, isSum }: Equation): CellFinding[] {
  if ([...left, ...right].some((cell) => !Number.isFinite(figures[cell]))) return [];
  const [a, b] = [add(figures, left), add(figures, right)];
  if (a === b) return [];
  const [cell] = left as [string];
  if (isSum)
    return [{ cell, message: `${nameOf(cell)}填的是 ${a}，各项相加是 ${b}，相差 ${Math.abs(a - b)}。请核对各项。` }];
  return [{ cell: right[1]!, message: explainBalance(right[1]!, a, b) }];
}

function explainBalance(cell: string, taken: number, done: number): string {
  const column = nameOf(cell).split('的').at(-1)!;
  const hint = taken > done ? '办理结果或者结转下年度少填了' : '办理结果或者结转下年度多填了';
  return `表三${column}不平：一（本年新收）加二（上年结转）是 ${taken}，三（七）（总计）加四（结转下年度）是 ${done}，${hint} ${Math.abs(taken - done)}。`;
}

/**
 * Where this year does not go on where last year ended: 二 (上年结转) of every column is last year's 四 (结转下年度).
 * @param last The published tables of the same agency for the year before.
 */
export function checkAgainstLastYear(figures: Figures, last: Figures): CellFinding[] {
  return columns.flatMap((applicant) => {
    const cell = requestCell('carried', applicant);
    const [now, before] = [figures[cell], last[requestCell('pending', applicant)]];
    if (now === undefined || before === undefined || now === before) return [];
    const message = `${nameOf(cell)}填的是 ${now}，上一年的年报结转到今年的是 ${before}，两个数应当一样。请改成 ${before}，或者先更正上一年的年报。`;
    return [{ cell, message }];
  });
}
