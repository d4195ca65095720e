import type { Core } from '@strapi/strapi';

import type { Level } from '../checks/finding.ts';
import { inTransaction, onConnection } from '../store/connection.ts';
import { START_LIST } from './start/start-list.ts';
import type { Word, WordKind } from './word.ts';

const TABLE = 'review_words';

/** A word as the page of the dictionary shows it. */
export interface Entry extends Word {
  isOn: boolean;
  /** `start` as it came, `changed` from that, or one's `own`. */
  origin: 'start' | 'changed' | 'own';
}

interface Row {
  id: number;
  wrong: string;
  right: string;
  except: string;
  kind: WordKind;
  level: Level;
  note: string | null;
  on: boolean | number;
  changed_by: number | null;
  changed_at: string;
}

/**
 * The dictionary of an installation: the start list of this version, with the installation's own entries laid over it
 * by their word. What was changed or switched off stays so when a later version brings a longer list.
 */
export interface Dictionary {
  list(): Promise<Entry[]>;
  /** What texts are searched for. */
  words(): Promise<Word[]>;
  put(entries: readonly (Word & { isOn: boolean })[], by: number | undefined): Promise<void>;
  /** Forgets one's own entry; a word of the start list is as it came again. */
  remove(wrong: string): Promise<boolean>;
}

const started = new Set(START_LIST.map(({ wrong }) => wrong));
const toEntry = ({ wrong, right, except, kind, level, note, on }: Row): Entry => ({
  wrong,
  right: JSON.parse(right) as string[],
  except: JSON.parse(except) as string[],
  kind,
  level,
  ...(note ? { note } : {}),
  isOn: Boolean(on),
  origin: started.has(wrong) ? 'changed' : 'own',
});

export function createDictionary(strapi: Core.Strapi, now: () => Date = () => new Date()): Dictionary {
  const list = async (): Promise<Entry[]> => {
    const own = (await onConnection(strapi, (sql) => sql<Row>(TABLE).select().orderBy('id', 'desc'))).map((row) => toEntry(row as Row));
    const laid = new Set(own.map(({ wrong }) => wrong));
    return [...own, ...START_LIST.filter(({ wrong }) => !laid.has(wrong)).map((word): Entry => ({ ...word, isOn: true, origin: 'start' }))];
  };
  return {
    list,
    words: async () => (await list()).filter(({ isOn }) => isOn),
    async put(entries, by) {
      await inTransaction(strapi, async (sql) => {
        for (const { wrong, right, except = [], kind, level, note, isOn } of entries) {
        const row = {
          wrong,
          right: JSON.stringify(right),
          except: JSON.stringify(except),
          kind,
          level,
          note: note ?? null,
          on: isOn,
          changed_by: by ?? null,
          changed_at: now().toISOString(),
        };
        await sql(TABLE).insert(row as never).onConflict('wrong').merge();
        }
      });
    },
    remove: async (wrong) => (await onConnection(strapi, (sql) => sql(TABLE).where({ wrong }).delete())) > 0,
  };
}
