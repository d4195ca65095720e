const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

/** The words of a text, by the word list of browsers and Node: engines that know none of Chinese are given them. */
export const wordsOf = (text: string): string[] =>
  [...segmenter.segment(text.normalize('NFKC').toLowerCase())].flatMap(({ segment, isWordLike }) => (isWordLike ? [segment] : []));

/** Names before texts, as our own ranking has it. */
export const BOOST = { title: 4, aliases: 3 };
