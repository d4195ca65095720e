import { SEARCH_KINDS, type SearchDocument } from '@mingchuang/content';

import { createRandom } from './create-random.ts';

/** Makes one sentence after the other, without its end mark. */
export type Speak = () => string;
/** A way of speaking that goes by a source of numbers from 0 to below 1: begins what one document says. */
export type Language = (random: () => number) => () => Speak;

const WORDS = 6000;
const CHARACTERS = 2800;

/**
 * Speaks in made-up words that are as uneven as those of a language: few are everywhere, most are rare. It says nothing, but
 * fills an index like text of the same length.
 */
export const madeUp: Language = (random) => {
  const uneven = (below: number) => Math.floor(below * random() ** 3);
  const character = () => String.fromCodePoint(0x4e00 + uneven(CHARACTERS) * 7);
  const words = Array.from({ length: WORDS }, () => character() + character() + (random() < 0.2 ? character() : ''));
  const speak = () => Array.from({ length: 4 + Math.floor(random() * 9) }, () => words[uneven(WORDS)]).join('');
  return () => speak;
};

/** Makes documents of every kind over 26 years, always the same ones. */
export function* makeDocuments(count: number, characters: number, language = madeUp): Generator<SearchDocument> {
  const random = createRandom(1949);
  const uneven = (below: number) => Math.floor(below * random() ** 3);
  const begin = language(random);

  for (let number = 0; number < count; number++) {
    const speak = begin();
    const length = characters * (0.2 + 1.6 * random());
    let text = '';
    while (text.length < length) text += `${speak()}${random() < 0.3 ? '。\n' : '，'}`;
    const year = 2000 + Math.floor(random() * 26);
    yield {
      url: `/made/${number}/`,
      kind: SEARCH_KINDS[uneven(SEARCH_KINDS.length)] ?? 'article',
      title: speak(),
      aliases: random() < 0.3 ? [`示政发〔${year}〕${number}号`] : [],
      text,
      date: `${year}-0${1 + Math.floor(random() * 9)}-1${Math.floor(random() * 10)}`,
      agency: `第${uneven(30)}局`,
    };
  }
}
