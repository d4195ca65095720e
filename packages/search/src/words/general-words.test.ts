import { expect, test } from 'vitest';

import { runs } from '../tokens.ts';
import general from './general-words.json' with { type: 'json' };
import { readGeneralWords } from './general-words.ts';

const lines = Object.values(general).flat();
const { same, also } = readGeneralWords();

test('the general vocabulary has a way to read each line, and no line twice', () => {
  expect(lines.length).toBeGreaterThan(150);
  expect(same.length + also.length).toBe(lines.length);
  const typed = also.map((rule) => rule.typed[0]);
  expect(typed.filter((word, at) => typed.indexOf(word) !== at)).toEqual([]);
});

test('every term that may be typed is a word of one run and of more than one character', () => {
  const terms = [...same.flat(), ...also.flatMap((rule) => [...rule.typed])];
  expect(terms.filter((term) => runs(term).length !== 1 || [...term].length < 2)).toEqual([]);
});
