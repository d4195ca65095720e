// Builds one engine's index in a process of its own, so that its memory is its own: build-child.ts ENGINE FOLDER CORPUS
import { readCorpus } from './corpus.ts';
import type { Builder } from './engine.ts';

const [engine = '', folder = '', corpus = ''] = process.argv.slice(2);
const { build } = (await import(`./engines/${engine}.ts`)) as Builder;
const documents = await readCorpus(corpus);
process.send!('begun');
const begun = performance.now();
const more = await build(documents, folder);
process.send!({ index_s: Math.round(performance.now() - begun) / 1000, ...more }, () => process.exit(0));
