import { createReadStream, createWriteStream } from 'node:fs';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

import type { SearchDocument } from '../../packages/content/src/index.ts';
import { makeDocuments } from '../../packages/search/bench/input/make-documents.ts';
import { speakLike } from '../../packages/search/bench/input/speak-like.ts';

/** The demo city's documents, filled up to a size with made ones in their language: those say nothing, but weigh as much. */
export function* corpusOf(demo: readonly SearchDocument[], size: number, characters: number): Generator<SearchDocument> {
  const chinese = demo.filter(({ language }) => !language).slice(0, size);
  yield* chinese;
  yield* makeDocuments(size - chinese.length, characters, speakLike(chinese.map(({ title, text }) => `${title}。${text}`)));
}

/** Writes documents, one a line. */
export async function writeCorpus(file: string, documents: Iterable<SearchDocument>): Promise<void> {
  const out = createWriteStream(file);
  for (const document of documents) if (!out.write(`${JSON.stringify(document)}\n`)) await once(out, 'drain');
  out.end();
  await once(out, 'finish');
}

/** Reads what `writeCorpus` wrote. */
export async function readCorpus(file: string): Promise<SearchDocument[]> {
  const documents: SearchDocument[] = [];
  for await (const line of createInterface({ input: createReadStream(file) })) documents.push(JSON.parse(line) as SearchDocument);
  return documents;
}
