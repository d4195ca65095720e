import type { Language } from './make-documents.ts';

const LONGEST = 24;
/** Every so many sentences one names something that no other text names. */
const NAMES = 0.12;
/** And every so many one is about another topic. */
const ASIDES = 0.15;
/** Given texts that a topic is spoken of like. */
const SOURCES = 3;
/** Words that stand in so many of the given texts belong to every topic. */
const COMMON = 0.05;
/** Of its other words a topic shares so many with the given texts. */
const SHARED = 0.3;
/** So many of the words a topic has instead were never used before. */
const NEW_WORDS = 0.1;
/** Words of each length there are before any is used: with fewer, the first stands in every document. */
const FIRST_WORDS = 30;
/** Documents before topics begin to repeat; their number grows with the root of the documents'. */
const FRESH_TOPICS = 40;

/** The words of a text, sentence by sentence. */
type Sentences = readonly (readonly string[])[];

/** What may be said about something: the words it begins with, and those that follow each. */
interface Topic {
  starts: string[];
  next: Map<string, string[]>;
}

/**
 * Speaks as given texts do, but of ever more things, as a portal that grows: a document is about one topic, which it comes
 * back to. A topic is spoken of like some of the texts (each word is followed by one that follows it there), with most of what
 * they are about put in other words, of which there are the more, the more is spoken (Heaps' law). So few pairs of
 * characters are everywhere, and most are in few documents, as in texts that people wrote.
 */
export const speakLike =
  (texts: readonly string[]): Language =>
  (random) => {
    const any = <T>(list: readonly T[]): T => list[Math.floor(list.length * random())]!;
    const given = sentencesOf(texts);
    const common = wordsOfMany(given);
    const lexicon = growLexicon([...texts.join('').replace(/[^\p{Script=Han}]/gu, '')], any);
    const topics: Topic[] = [];
    let documents = 0;

    /** A topic's word for a word of the texts, the same each time. */
    const wording = () => {
      const words = new Map<string, string>();
      return (word: string): string => {
        if (common.has(word) || !/^\p{Script=Han}{2,}$/u.test(word)) return word;
        const known = words.get(word) ?? (random() < SHARED ? word : random() < NEW_WORDS ? lexicon.grow(word.length) : lexicon.word(word));
        words.set(word, known);
        return known;
      };
    };
    const newTopic = (): Topic => {
      const say = wording();
      return followers(Array.from({ length: SOURCES }, () => any(given)).flatMap((text) => text.map((sentence) => sentence.map(say))));
    };
    const speakOf = ({ starts, next }: Topic): string => {
      let sentence = random() < NAMES ? lexicon.name() : '';
      for (let word = any(starts); word && sentence.length < LONGEST; word = any(next.get(word) ?? [])) sentence += word;
      return sentence;
    };

    return () => {
      if (random() < (1 + documents++ / FRESH_TOPICS) ** -0.5) topics.push(newTopic());
      const topic = any(topics);
      return () => speakOf(random() < ASIDES ? any(topics) : topic);
    };
  };

function sentencesOf(texts: readonly string[]): Sentences[] {
  const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });
  const cut = (sentence: string) => [...segmenter.segment(sentence)].map(({ segment }) => segment);
  const all = texts.map((text) => text.split(/[^\p{L}\p{N}]+/u).map(cut).filter(({ length }) => length > 2));
  return all.filter(({ length }) => length);
}

function wordsOfMany(texts: readonly Sentences[]): Set<string> {
  const counts = new Map<string, number>();
  for (const text of texts) for (const word of new Set(text.flat())) counts.set(word, (counts.get(word) ?? 0) + 1);
  return new Set([...counts].flatMap(([word, count]) => (count > COMMON * texts.length ? [word] : [])));
}

/** Words that are used the more, the more they have been used, by length; made of characters as frequent as given ones. */
function growLexicon(characters: readonly string[], any: <T>(list: readonly T[]) => T) {
  const used = new Map<number, string[]>();
  const make = (length: number) => Array.from({ length }, () => any(characters)).join('');
  const usedOf = (length: number): string[] => {
    if (!used.has(length)) used.set(length, Array.from({ length: FIRST_WORDS }, () => make(length)));
    return used.get(length)!;
  };
  const use = (word: string): string => {
    usedOf(word.length).push(word);
    return word;
  };
  return { name: () => make(3), grow: (length: number) => use(make(length)), word: ({ length }: string) => use(any(usedOf(length))) };
}

function followers(sentences: Sentences): Topic {
  const next = new Map<string, string[]>();
  for (const words of sentences)
    words.slice(1).forEach((word, at) => {
      const before = words[at]!;
      const known = next.get(before);
      if (known) known.push(word);
      else next.set(before, [word]);
    });
  return { starts: sentences.map(([first]) => first!), next };
}
