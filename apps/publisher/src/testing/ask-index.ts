import { fork } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

import type { SearchAnswer } from '@mingchuang/search/engine/protocol';

export interface Questions {
  /** Address of the index's folder, with a slash. */
  base: string;
  today: string;
  queries: string[];
}

/** Asks indexes of search as browsers do: Pagefind's WebAssembly reads the files that visitors get. */
export interface SearchAsker {
  /** @param files The files of an index by their path below its address. */
  ask(files: ReadonlyMap<string, string>, folder: string, questions: Omit<Questions, 'base'>): Promise<SearchAnswer[]>;
  close(): void;
}

/** Starts the process that asks. */
export function startSearchAsker(): SearchAsker {
  const child = fork(fileURLToPath(new URL('./search-child.ts', import.meta.url)), { execArgv: ['--import', 'tsx'], serialization: 'advanced' });
  return {
    async ask(files, folder, questions) {
      for (const [name, file] of files) {
        mkdirSync(dirname(join(folder, name)), { recursive: true });
        // A script is loaded from where it really lies, and there it has no extension.
        (name.endsWith('.js') ? copyFileSync : symlinkSync)(file, join(folder, name));
      }
      writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
      const answered = once(child, 'message');
      child.send({ base: `${pathToFileURL(folder).href}/`, ...questions });
      const [{ answers, error }] = (await answered) as [{ answers?: SearchAnswer[]; error?: string }];
      if (!answers) throw new Error(error);
      return answers;
    },
    close: () => void child.kill(),
  };
}
