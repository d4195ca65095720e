import { statSync } from 'node:fs';
import { dirname } from 'node:path';

import type { Mapping } from '../mapping';
import { readCsv } from './csv';
import { isPageFile, readFolder, readPageFile } from './folder';
import { readNdjson } from './ndjson';
import { SourceError } from './source-error';
import type { SourceRow } from './source-row';
import { readXlsx } from './xlsx';

/**
 * Reads a source row by row: a table, a file of JSON lines, a single document, or a folder of them.
 * @throws {SourceError} When it is missing, of another kind, or cannot be read.
 */
export async function* readSource(source: string, mapping: Pick<Mapping, 'pages' | 'sheet' | 'oldSite'>): AsyncGenerator<SourceRow> {
  const found = statSync(source, { throwIfNoEntry: false });
  if (!found) throw new SourceError(`读不到 ${source}。请检查路径。`);
  const settings = { under: mapping.oldSite.under, pages: mapping.pages };
  if (found.isDirectory()) yield* readFolder(source, settings);
  else if (/\.(ndjson|jsonl)(\.gz)?$/i.test(source)) yield* readNdjson(source);
  else if (/\.(csv|tsv|txt)$/i.test(source)) yield* readCsv(source);
  else if (/\.xlsx$/i.test(source)) yield* readXlsx(source, mapping.sheet);
  else if (isPageFile(source)) yield { file: source, progress: 1, ...(await readPageFile(source, dirname(source), settings)) };
  else throw new SourceError(`不认识的文件类型：${source}。可以是 .ndjson、.csv、.xlsx、.docx、.md、.html，或者装着它们的文件夹；.xls、.doc、.wps 请先另存为新格式。`);
}
