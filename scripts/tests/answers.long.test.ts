import { afterAll, beforeAll, test } from 'vitest';

import { openDemoSearch, type DemoSearch } from '../judged/demo-search.ts';
import { holdAnswers } from '../judged/hold-answers.ts';
import { QUESTION_SETS } from '../judged/judge-answers.ts';

let search: DemoSearch;
beforeAll(async () => void (search = await openDemoSearch()), 300_000);
afterAll(() => search.close());

test('questions of every kind are answered rightly, or not at all', () => holdAnswers(search, QUESTION_SETS));
