import { SUM_CELLS } from '@mingchuang/content/annual-arithmetic';
import { ANNUAL_CELLS } from '@mingchuang/content/annual-tables';

/** What the grids show and write. */
export interface Sheet {
  figures: Readonly<Record<string, number>>;
  /** What is wrong, by cell. */
  reasons: ReadonlyMap<string, string>;
  disabled: boolean;
  change(cell: string, value: number | undefined): void;
}

interface Props {
  sheet: Sheet;
  /** Key of the cell. */
  of: string;
}

/** One figure of a statutory table: typed, or worked out where it is a total. */
export function Cell({ sheet, of }: Props) {
  const { figures, reasons, disabled, change } = sheet;
  const value = figures[of];
  const reason = reasons.get(of);
  const state = reason === undefined ? undefined : value === undefined ? 'empty' : 'wrong';
  if (SUM_CELLS.has(of))
    return (
      <td data-state={state} title={reason}>
        <output aria-label={ANNUAL_CELLS.get(of)}>{value ?? ''}</output>
      </td>
    );
  return (
    <td data-state={state} title={reason}>
      <input
        type="number"
        min={0}
        step={of.endsWith('.amount') ? 'any' : 1}
        aria-label={ANNUAL_CELLS.get(of)}
        aria-invalid={state === 'wrong'}
        disabled={disabled}
        value={value ?? ''}
        onChange={({ target }) => change(of, target.value === '' ? undefined : Number(target.value))}
        onWheel={({ currentTarget }) => currentTarget.blur()}
      />
    </td>
  );
}
