import { createHash } from 'node:crypto';

import type { SearchDocument } from '@mingchuang/content';
import { createBreather } from '@mingchuang/content/breathe';

import { SEGMENT_PLACES, type NameMarks } from '../format.ts';
import { fileOfName, markOfName, nameFilesOf } from '../names.ts';
import { packTable } from '../packed-table.ts';
import { resultText, tokensOf } from './document-parts.ts';
import { buildRankTable, type RowPlaces } from './rank-table.ts';
import { cutSegments } from './segments.ts';
import { buildVocabulary } from './vocabulary.ts';
import type { SearchWriter } from './writer.ts';

/** The files of a shard before they are written: names inside its folder, and the folder's name made of their content. */
export interface BuiltShard {
  hash: string;
  count: number;
  files: Map<string, Uint8Array | string>;
}

/** Builds a shard of documents in the order given. Equal documents give equal bytes and so an equal name. */
export async function buildShard(documents: readonly SearchDocument[], writer: SearchWriter): Promise<BuiltShard> {
  const places: RowPlaces[] = [];
  const chunks = await writer.write(rowsOf(documents, places));

  const files = new Map<string, Uint8Array | string>();
  files.set('m.json', JSON.stringify(packTable(buildRankTable(documents, places, chunks))));
  files.set('words.json', JSON.stringify(await buildVocabulary(documents)));
  marksOf(documents).forEach((marks, file) => files.set(`names/${file}.json`, JSON.stringify(marks)));
  chunks.forEach(({ bytes }, number) => files.set(`index/${number.toString(36)}.pf_index`, bytes));
  const breathe = createBreather();
  for (const [row, document] of documents.entries()) {
    for (const [segment, part] of cutSegments(document.text, SEGMENT_PLACES).entries()) files.set(`text/${row}-${segment}.json`, JSON.stringify(resultText(document, part)));
    await breathe();
  }
  return { hash: digestOf(files), count: documents.length, files };
}

function* rowsOf(documents: readonly SearchDocument[], places: RowPlaces[]): Generator<string[]> {
  for (const document of documents) {
    const read = tokensOf(document);
    places.push(read.places);
    yield read.tokens;
  }
}

/** The names of all documents, as they lie in files. */
function marksOf(documents: readonly SearchDocument[]): NameMarks[] {
  const files = Array.from({ length: nameFilesOf(documents.length) }, (): NameMarks => []);
  for (const { title, aliases } of documents)
    for (const mark of [title, ...aliases].map(markOfName)) files[fileOfName(mark, files.length)]!.push(mark);
  return files;
}

function digestOf(files: ReadonlyMap<string, Uint8Array | string>): string {
  const hash = createHash('sha256');
  for (const [name, content] of files) hash.update(`${name}\n${content.length}\n`).update(content);
  return hash.digest('hex').slice(0, 16);
}
