import type { FileShown } from '../content.ts';

/** A stretch of text, and whether the other side has it. */
export interface Piece {
  text: string;
  mark: 'same' | 'removed' | 'added';
}

/** One side of a row. */
export interface Cell {
  /** What is said here: “材料 2”, “二级标题”. */
  label?: string;
  pieces: Piece[];
  file?: FileShown;
}

/**
 * One line of the two columns. `changed` has both sides; `restyled` reads the same and differs in form or in where a
 * link leads; `moved` stands at another place.
 */
export interface Row {
  mark: 'same' | 'changed' | 'removed' | 'added' | 'moved' | 'restyled';
  before?: Cell;
  after?: Cell;
}

/** The rows of one field that differs. */
export interface Section {
  field: string;
  label: string;
  rows: Row[];
}

const MIRRORED = { same: 'same', changed: 'changed', moved: 'moved', restyled: 'restyled', removed: 'added', added: 'removed' } as const;

/** The same difference, seen from the other side. */
export function mirror(sections: readonly Section[]): Section[] {
  return sections.map(({ rows, ...section }) => ({ ...section, rows: rows.map(mirrorRow) }));
}

/** A row seen from the other side. */
export function mirrorRow({ mark, before, after }: Row): Row {
  return { mark: MIRRORED[mark], ...(after ? { before: mirrorCell(after) } : {}), ...(before ? { after: mirrorCell(before) } : {}) };
}

function mirrorCell({ pieces, ...cell }: Cell): Cell {
  return { ...cell, pieces: pieces.map(({ text, mark }) => ({ text, mark: MIRRORED[mark] })) };
}
