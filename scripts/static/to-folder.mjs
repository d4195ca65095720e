// Deploys to a folder of this machine, each file by rename.
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { inOrder, listSite, MARKER } from './site-files.mjs';

export function openFolder(target) {
  const at = (name) => path.join(target, name);
  return {
    look: () => ({
      marker: existsSync(at(MARKER)) ? readFileSync(at(MARKER), 'utf8') : undefined,
      isEmpty: !existsSync(target) || readdirSync(target).length === 0,
    }),
    upload(folder) {
      const names = new Set(listSite(folder));
      let written = 0;
      for (const name of inOrder(names)) {
        const bytes = readFileSync(path.join(folder, name));
        if (statSync(at(name), { throwIfNoEntry: false })?.size === bytes.length && readFileSync(at(name)).equals(bytes)) continue;
        mkdirSync(path.dirname(at(name)), { recursive: true });
        writeFileSync(`${at(name)}.new`, bytes);
        renameSync(`${at(name)}.new`, at(name));
        written++;
      }
      const old = listSite(target).filter((name) => !names.has(name));
      for (const name of old) {
        rmSync(at(name));
        for (let up = path.dirname(name); up !== '.' && readdirSync(at(up)).length === 0; up = path.dirname(up)) rmdirSync(at(up));
      }
      return { written, removed: old.length };
    },
  };
}
