import { create } from '@orama/orama';

import { wordsOf } from './words.ts';

/** The same where the index is built and where it is asked. */
export const createDatabase = () =>
  create({
    schema: { title: 'string', aliases: 'string', text: 'string' } as const,
    components: { tokenizer: { language: 'chinese', normalizationCache: new Map(), tokenize: (raw: string) => [...new Set(wordsOf(raw))] } },
  });
