import { useFetchClient } from '@strapi/strapi/admin';
import { useCallback, useEffect, useState } from 'react';

import type { Entry } from '../../../server/src/words/dictionary.ts';
import { readReasons } from '../panel/refusal.ts';

/** What is sent of a word: all but where it came from. */
export type Draft = Omit<Entry, 'origin'>;
type Change = () => Promise<{ data: { data: { words: Entry[]; mayChange: boolean } } }>;

/** The dictionary, and what can be done with it. What does not work answers why. */
export function useWords() {
  const { get, put, post } = useFetchClient();
  const [words, setWords] = useState<readonly Entry[]>();
  const [trouble, setTrouble] = useState<string>();

  const change = useCallback(async (ask: Change): Promise<string | undefined> => {
    try {
      setWords((await ask()).data.data.words);
      return undefined;
    } catch (error) {
      return readReasons(error)
        .map(({ message }) => message)
        .join('\n');
    }
  }, []);
  useEffect(() => {
    void change(() => get('/review/words')).then(setTrouble);
  }, [change, get]);

  return {
    words,
    trouble,
    save: ({ wrong, right, except = [], kind, level, note, isOn }: Draft) =>
      change(() => put('/review/words', { wrong, right, except, kind, level, isOn, ...(note ? { note } : {}) })),
    remove: (wrong: string) => change(() => post('/review/words/removal', { wrong })),
    load: (csv: string) => change(() => post('/review/words/import', { csv })),
  };
}
