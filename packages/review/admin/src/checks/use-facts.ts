import { getFetchClient } from '@strapi/strapi/admin';
import { useEffect, useState } from 'react';

import type { Official } from '../../../server/src/checks/officials.ts';
import type { Word } from '../../../server/src/words/word.ts';

/** What checks of words need to know, and cannot tell from the form. */
export interface LiveFacts {
  words: readonly Word[];
  officials: readonly Official[];
}

/** How long it is not asked for again, ms. */
const KEPT = 60_000;
let known: { at: number; facts: Promise<LiveFacts> } | undefined;

async function load(): Promise<LiveFacts> {
  const { data } = await getFetchClient().get<{ data: LiveFacts }>('/review/checks/facts');
  return data.data;
}

/** The dictionary and the leaders; nothing until they are known. */
export function useFacts(): LiveFacts | undefined {
  const [facts, setFacts] = useState<LiveFacts>();
  useEffect(() => {
    let isCurrent = true;
    if (!known || Date.now() - known.at > KEPT) known = { at: Date.now(), facts: load() };
    known.facts.then(
      (found) => isCurrent && setFacts(found),
      // Asked again with the next form: the CMS is restarting.
      () => (known = undefined),
    );
    return () => {
      isCurrent = false;
    };
  }, []);
  return facts;
}
