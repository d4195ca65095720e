import { statSync } from 'node:fs';
import { Readable } from 'node:stream';

import { CsvError, parse } from 'csv-parse';

import { detectEncoding, readText, type Encoding } from './decode-text';
import { SourceError } from './source-error';
import type { Row, SourceRow } from './source-row';

interface Parsed {
  record: string[];
  info: { lines: number };
}

/**
 * Reads a table of comma, semicolon or tab separated values with a header row, in UTF-8, UTF-16 or GB18030.
 * @throws {SourceError} When quotes do not pair, or the header names a column twice.
 */
export async function* readCsv(file: string): AsyncGenerator<SourceRow> {
  const encoding = await detectEncoding(file);
  const { size } = statSync(file);
  let bytes = 0;
  async function* texts() {
    for await (const part of readText(file, encoding)) {
      bytes = part.bytes;
      yield part.text;
    }
  }
  const parser = parse({ info: true, relax_column_count: true, skip_empty_lines: true, delimiter: await findDelimiter(file, encoding) });
  // What goes wrong on the way is thrown by the loop below.
  Readable.from(texts()).on('error', (error) => parser.destroy(error)).pipe(parser);
  let header: string[] | undefined;
  try {
    for await (const { record, info } of parser as AsyncIterable<Parsed>) {
      if (header) yield { file, place: `第 ${info.lines} 行`, progress: bytes / size, ...readRecord(header, record) };
      else header = checkHeader(file, record.map((name) => name.trim()));
    }
  } catch (cause) {
    if (cause instanceof CsvError) throw new SourceError(`${file} 第 ${String((cause as unknown as { lines: number }).lines)} 行附近读不下去：引号没有成对。请用表格软件打开检查，另存为 CSV 再导入。`, { cause });
    throw cause;
  }
}

/** The sign that parts the header: none of them is part of a column's name. */
async function findDelimiter(file: string, encoding: Encoding): Promise<string> {
  for await (const { text } of readText(file, encoding)) {
    const [header = ''] = text.split(/\r?\n/, 1);
    const counts = [',', '\t', ';'].map((sign) => ({ sign, count: header.split(sign).length }));
    return counts.sort((a, b) => b.count - a.count)[0]!.sign;
  }
  return ',';
}

function checkHeader(file: string, header: string[]): string[] {
  const twice = header.find((name, index) => name && header.indexOf(name) !== index);
  if (twice) throw new SourceError(`${file} 的表头里有两列都叫“${twice}”，请改成不同的名字。`);
  return header;
}

/** Values by column name; a row that is not as wide as its header is refused, since its values may have slipped. */
export function readRecord(header: readonly string[], record: readonly unknown[]): Pick<SourceRow, 'value' | 'unreadable'> {
  const value: Row = Object.fromEntries(header.flatMap((name, index) => (name ? [[name, record[index] ?? '']] : [])));
  if (record.length === header.length) return { value };
  return { value, unreadable: `这一行有 ${record.length} 列，表头有 ${header.length} 列，请检查有没有多出或缺少的逗号` };
}
