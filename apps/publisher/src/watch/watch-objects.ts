import { statSync } from 'node:fs';

import type { Route } from '@mingchuang/content';
import { createBreather } from '@mingchuang/content/breathe';

import type { ObjectStore } from '../store/objects.ts';
import { findDamage, type Damage } from './find-damage.ts';

/** Milliseconds one look spends on reading what it has not read before. */
const FIRST_READING = 1000;

/** Notices when a file that is served is touched. */
export interface ObjectWatch {
  /** What is damaged of the given routes. A file is read when it is new to the watch, or when the system has changed it since. */
  look(routes: ReadonlyMap<string, Route>): Promise<Damage[]>;
}

/** Begins a watch that knows no file yet: each look reads some of them, until all are known. */
export function createObjectWatch(objects: ObjectStore): ObjectWatch {
  /** State of the file system's own record of each object that was found whole. */
  let known = new Map<string, string>();
  return {
    async look(routes) {
      const breathe = createBreather();
      const whole = new Map<string, string>();
      const found: Damage[] = [];
      let reading = 0;
      for (const [path, route] of routes) {
        if (route.status === 301) continue;
        const { hash } = route;
        const before = known.get(hash);
        const state = stateOf(objects.fileOf(hash));
        if (before === state) {
          whole.set(hash, state);
          continue;
        }
        if (before === undefined && reading > FIRST_READING) continue;
        const begun = performance.now();
        const damage = [...findDamage(new Map([[path, route]]), objects, 'content')];
        if (before === undefined) reading += performance.now() - begun;
        if (damage.length === 0) whole.set(hash, state);
        found.push(...damage);
        await breathe();
      }
      known = whole;
      return found;
    },
  };
}

/** Unlike the time of modification, that of the last change cannot be set by whoever changes a file. */
function stateOf(file: string): string {
  return ['', '.br', '.gz']
    .map((suffix) => {
      const stat = statSync(file + suffix, { throwIfNoEntry: false });
      return stat ? `${stat.ino} ${stat.size} ${stat.ctimeMs}` : '-';
    })
    .join();
}
