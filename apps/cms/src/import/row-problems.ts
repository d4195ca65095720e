/** What is wrong with one field of one row, in words for the person who will mend it. */
export interface RowProblem {
  field: string;
  message: string;
}

/** Collects what is wrong with a row. */
export class Problems {
  readonly list: RowProblem[] = [];
  add(field: string, message: string): undefined {
    this.list.push({ field, message });
    return undefined;
  }
}
