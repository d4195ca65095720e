import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { writeCsv } from './csv.ts';

describe('writeCsv', () => {
  test('begins so that spreadsheets read Chinese, and ends lines as the standard says', () => {
    expect(
      writeCsv({
        rows: [
          ['名称', '金额'],
          ['教育', 112.4],
        ],
      }),
    ).toBe('\uFEFF名称,金额\r\n教育,112.4\r\n');
  });

  test('quotes what would break a row', () => {
    expect(writeCsv({ rows: [['a,b', 'say "hi"', '两\n行', undefined]] })).toBe(
      '\uFEFF"a,b","say ""hi""","两\n行",\r\n',
    );
  });

  test('lets no text run as a formula', () => {
    expect(writeCsv({ rows: [['=1+1', '@x', '+86', '-SUM(1)', '-3.5']] })).toBe(
      "\uFEFF'=1+1,'@x,'+86,'-SUM(1),-3.5\r\n",
    );
  });

  test('keeps every cell apart', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.array(
            fc.string().filter((text) => !/^[=+@\t\r-]/.test(text)),
            { minLength: 2, maxLength: 4 },
          ),
          { minLength: 1 },
        ),
        (rows) => {
          expect(readCells(writeCsv({ rows }))).toEqual(rows);
        },
      ),
    );
  });
});

/** A plain reader of RFC 4180. */
function readCells(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let quoted = false;
  for (let at = 1; at < text.length; at++) {
    const letter = text[at]!;
    if (quoted) {
      if (letter !== '"') cell += letter;
      else if (text[at + 1] === '"') cell += text[++at]!;
      else quoted = false;
    } else if (letter === '"') quoted = true;
    else if (letter === ',') {
      row.push(cell);
      cell = '';
    } else if (letter === '\r') {
      rows.push([...row, cell]);
      [row, cell] = [[], ''];
      at++;
    } else cell += letter;
  }
  return rows;
}
