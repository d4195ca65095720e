import { isHan } from '../tokens.ts';

const segmenter =
  typeof Intl !== 'undefined' && 'Segmenter' in Intl ? new Intl.Segmenter('zh', { granularity: 'word' }) : undefined;

/** Cuts a run typed without spaces into words. Single characters join their neighbours; a lone particle is left out. */
export function wordsOf(run: string): string[] {
  const characters = [...run];
  if (!isHan(run) || characters.length < 3) return [run];
  if (!segmenter) return characters.slice(1).map((character, index) => (characters[index] as string) + character);

  const words: string[] = [];
  let singles = '';
  const flush = () => {
    if ([...singles].length > 1) words.push(singles);
    singles = '';
  };
  for (const { segment } of segmenter.segment(run)) {
    if ([...segment].length === 1) singles += segment;
    else {
      flush();
      words.push(segment);
    }
  }
  flush();
  return words.length ? words : [run];
}
