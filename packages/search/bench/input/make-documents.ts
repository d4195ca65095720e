import { SEARCH_KINDS, type SearchDocument } from '@mingchuang/content';

import { createRandom } from './create-random.ts';

const WORDS = 6000;
const CHARACTERS = 2800;

/**
 * Makes documents whose words are as uneven as those of a language: few are everywhere, most are rare. They say nothing,
 * but fill an index like text of the same length.
 */
export function* makeDocuments(count: number, characters: number): Generator<SearchDocument> {
  const random = createRandom(1949);
  const uneven = (below: number) => Math.floor(below * random() ** 3);
  const character = () => String.fromCodePoint(0x4e00 + uneven(CHARACTERS) * 7);
  const words = Array.from({ length: WORDS }, () => character() + character() + (random() < 0.2 ? character() : ''));
  const sentence = () => Array.from({ length: 4 + Math.floor(random() * 9) }, () => words[uneven(WORDS)]).join('');

  for (let number = 0; number < count; number++) {
    const length = characters * (0.2 + 1.6 * random());
    let text = '';
    while (text.length < length) text += `${sentence()}${random() < 0.3 ? '。\n' : '，'}`;
    const year = 2000 + Math.floor(random() * 26);
    yield {
      url: `/made/${number}/`,
      kind: SEARCH_KINDS[uneven(SEARCH_KINDS.length)] ?? 'article',
      title: sentence(),
      aliases: random() < 0.3 ? [`示政发〔${year}〕${number}号`] : [],
      text,
      date: `${year}-0${1 + Math.floor(random() * 9)}-1${Math.floor(random() * 10)}`,
      agency: `第${uneven(30)}局`,
    };
  }
}
