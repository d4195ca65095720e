import { createWriteStream, rmSync, type WriteStream } from 'node:fs';

import type { RowProblem } from './row-problems';
import type { SourceRow } from './sources/source-row';

const quote = (value: unknown) => {
  const text = String(value ?? '');
  return /[",\r\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
};

/**
 * Rows that could not be imported, in the shape they came in, with the reasons: tables as CSV, everything else as JSON
 * lines. Once mended it can be imported with the same mapping.
 */
export class ErrorsFile {
  readonly #isTable: boolean;
  readonly #place: string;
  #stream: WriteStream | undefined;
  #columns: string[] = [];

  /** @param source Name of the source; the file of an earlier import of it is removed. */
  constructor(source: string) {
    this.#isTable = /\.(csv|tsv|txt|xlsx)$/i.test(source);
    const bare = source.replace(/[\\/]+$/, '').replace(/\.gz$/i, '').replace(/\.(ndjson|jsonl|csv|tsv|txt|xlsx)$/i, '');
    this.#place = `${bare}.errors.${this.#isTable ? 'csv' : 'ndjson'}`;
    rmSync(this.#place, { force: true });
  }

  add({ value, place }: SourceRow, problems: readonly RowProblem[]): void {
    const reasons = problems.map(({ field, message }) => (field ? `${field}：${message}` : message));
    if (this.#isTable) this.#addToTable({ ...value, _place: place, _problems: reasons.join('；') });
    else this.#open().write(`${JSON.stringify({ ...value, _place: place, _problems: reasons })}\n`);
  }

  #open(): WriteStream {
    return (this.#stream ??= createWriteStream(this.#place));
  }

  #addToTable(row: Record<string, unknown>): void {
    if (!this.#stream) {
      this.#columns = Object.keys(row);
      // With the mark, spreadsheet programs read the file as UTF-8.
      this.#open().write(`\ufeff${this.#columns.map(quote).join(',')}\r\n`);
    }
    this.#open().write(`${this.#columns.map((name) => quote(row[name])).join(',')}\r\n`);
  }

  /** @returns Where the file is, or undefined when every row could be imported. */
  async close(): Promise<string | undefined> {
    const stream = this.#stream;
    if (!stream) return undefined;
    await new Promise<void>((resolve) => stream.end(() => resolve()));
    return this.#place;
  }
}
