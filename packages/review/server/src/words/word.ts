import type { Level } from '../checks/finding.ts';

/** Kinds of words in the dictionary, in the order of its page. */
export const WORD_KINDS = {
  typo: '错别字',
  region: '国家和地区名称',
  people: '民族、宗教和人群',
  term: '规范用语',
  law: '已废止的法律',
  own: '本单位自定',
} as const;
export type WordKind = keyof typeof WORD_KINDS;

/** What a word weighs where it is found. */
export const LEVELS: Record<Level, string> = { block: '不改不能发布', confirm: '要确认', hint: '提醒' };

/** A word that is not to stand in a text, and what to write instead. */
export interface Word {
  wrong: string;
  /** Suggestions, the best first; none where a person has to find one. */
  right: readonly string[];
  kind: WordKind;
  level: Level;
  /** Why, in a sentence. */
  note?: string;
  /** Longer words in which it is right. */
  except?: readonly string[];
}

/** A place of a text where a word of the dictionary stands. */
export interface WordHit {
  word: Word;
  start: number;
  end: number;
}

/**
 * Finds the words of a dictionary in a text. Of words that overlap the longest counts; what stands within an exception
 * is right.
 */
export function findWords(text: string, words: readonly Word[]): WordHit[] {
  const hits: WordHit[] = [];
  for (const word of words) {
    for (let at = text.indexOf(word.wrong); at !== -1; at = text.indexOf(word.wrong, at + word.wrong.length)) {
      if (!isExcepted(text, at, word)) hits.push({ word, start: at, end: at + word.wrong.length });
    }
  }
  const longest = hits.sort((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start);
  const kept: WordHit[] = [];
  for (const hit of longest) if (!kept.some(({ start, end }) => hit.start < end && start < hit.end)) kept.push(hit);
  return kept.sort((a, b) => a.start - b.start);
}

function isExcepted(text: string, at: number, { wrong, right, except = [] }: Word): boolean {
  // A suggestion may hold the word itself: 农村商业银行 for 农商银行.
  return [...except, ...right.filter((words) => words.includes(wrong))].some((whole) => {
    for (let from = whole.indexOf(wrong); from !== -1; from = whole.indexOf(wrong, from + 1))
      if (text.startsWith(whole, at - from)) return true;
    return false;
  });
}
