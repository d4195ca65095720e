/** Spreadsheets take UTF-8 for something else unless it begins with this. */
const BOM = '\uFEFF';

/**
 * A table as CSV (RFC 4180), readable by spreadsheets and programs.
 * @param rows The first one names the fields.
 */
export function writeCsv({ rows }: { rows: readonly (readonly (string | number | undefined)[])[] }): string {
  return BOM + rows.map((row) => `${row.map(writeCell).join(',')}\r\n`).join('');
}

/** Text that a spreadsheet would run as a formula is kept text by an apostrophe; plain negative numbers stay numbers. */
function writeCell(value: string | number | undefined): string {
  if (value === undefined) return '';
  if (typeof value === 'number') return String(value);
  const text = /^[=+@\t\r]|^-(?!\d)/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
