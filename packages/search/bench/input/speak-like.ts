import { madeUp, type Language } from './make-documents.ts';

const LONGEST = 24;
/** Every so many sentences one names something that no other text names. */
const NAMES = 0.12;

/**
 * Speaks as given texts do: each word is followed by one that follows it there, so that pairs of characters are as frequent
 * as in them. Now and then a made-up name stands in a sentence, as places, firms and people do in real ones.
 */
export const speakLike =
  (texts: readonly string[]): Language =>
  (random) => {
    const { starts, next } = followers(texts);
    const name = madeUp(random);
    const one = (words: readonly string[]) => words[Math.floor(words.length * random())];
    return () => {
      const named = random() < NAMES ? name().slice(0, 3) : '';
      let sentence = named;
      for (let word = one(starts); word && sentence.length < LONGEST; word = one(next.get(word) ?? [])) sentence += word;
      return sentence;
    };
  };

function followers(texts: readonly string[]): { starts: string[]; next: Map<string, string[]> } {
  const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });
  const starts: string[] = [];
  const next = new Map<string, string[]>();
  for (const sentence of texts.flatMap((text) => text.split(/[^\p{L}\p{N}]+/u))) {
    const words = [...segmenter.segment(sentence)].map(({ segment }) => segment);
    if (words.length > 2) starts.push(words[0]!);
    words.slice(1).forEach((word, at) => {
      const before = words[at]!;
      const known = next.get(before);
      if (known) known.push(word);
      else next.set(before, [word]);
    });
  }
  return { starts, next };
}
