import type { Options } from 'minisearch';

import { wordsOf } from './words.ts';

/** The same where the index is built and where it is asked. */
export const OPTIONS: Options = { fields: ['title', 'aliases', 'text'], tokenize: wordsOf };
