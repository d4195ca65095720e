import { fork } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

import type { SearchWords } from '@mingchuang/content';

import type { SearchAnswer, SearchRequest } from '../engine/protocol.ts';

/** What an index is asked. */
export interface Questions {
  /** YYYY-MM-DD: documents age, and rules end, by it. */
  today: string;
  requests: readonly SearchRequest[];
  /** Editors' rules to ask with, published or not. */
  words?: SearchWords;
}

/** Questions as the process that asks gets them. */
export interface PlacedQuestions extends Questions {
  /** Address of the index's folder, with a slash. */
  base: string;
}

/** Asks indexes of search as browsers do: Pagefind's WebAssembly reads the files that visitors get. */
export interface SearchAsker {
  /** @param folder Holds an index as it is served: `publicDir` of a `SearchIndex`. */
  askFolder(folder: string, questions: Questions): Promise<SearchAnswer[]>;
  /**
   * @param files The files of an index by their path below its address.
   * @param folder Where they are laid out; what was in it is gone.
   */
  ask(files: ReadonlyMap<string, string>, folder: string, questions: Questions): Promise<SearchAnswer[]>;
  close(): void;
}

/** From sources or, in what is built of a program, beside it. */
const SOURCES = import.meta.url.endsWith('.ts');
const CHILD = fileURLToPath(new URL(SOURCES ? './ask-child.ts' : './ask-child.js', import.meta.url));

/** Starts the process that asks: the engine replaces `fetch`. One asker is asked one thing after the other. */
export function startSearchAsker(): SearchAsker {
  const child = fork(CHILD, { execArgv: SOURCES ? ['--import', 'tsx'] : [], serialization: 'advanced' });
  const ended = once(child, 'exit').then((): never => {
    throw new Error('The process that asks has ended');
  });
  ended.catch(() => undefined);

  async function askFolder(folder: string, questions: Questions): Promise<SearchAnswer[]> {
    const answered = Promise.race([once(child, 'message'), ended]);
    child.send({ base: `${pathToFileURL(folder).href}/`, ...questions } satisfies PlacedQuestions);
    const [{ answers, error }] = (await answered) as [{ answers?: SearchAnswer[]; error?: string }];
    if (!answers) throw new Error(error);
    return answers;
  }

  return {
    askFolder,
    async ask(files, folder, questions) {
      rmSync(folder, { recursive: true, force: true });
      for (const [name, file] of files) {
        mkdirSync(dirname(join(folder, name)), { recursive: true });
        // A script is loaded from where it really lies, and there it has no extension.
        (name.endsWith('.js') ? copyFileSync : symlinkSync)(file, join(folder, name));
      }
      writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
      return askFolder(folder, questions);
    },
    close: () => void child.kill(),
  };
}
