/**
 * Ends a run of text in the index: the last character of a Han run is paired with it, Latin words and numbers carry it
 * behind them, and alone it parts titles, aliases and body. The character itself (U+3400, which no modern text uses) is
 * never searched. It makes "5" findable without finding "50", and keeps two runs from looking adjacent.
 */
export const END = '\u3400';

/** Han (with 〇 and 々, and the planes beyond the first) or Latin letters and digits. Everything else parts runs. */
const RUN = /[\u3005\u3007\u3401-\u9fff\uf900-\ufaff\u{20000}-\u{323af}]+|[a-z0-9]+/gu;

/** `2019年第5号` and `〔2019〕第5号` are other spellings of `〔2019〕5号`. */
const ORDINAL = /((?:19|20)\d\d)[\s〕\]】)}>]*年?[^\S\n]*第[^\S\n]*(?=\d{1,4}[^\S\n]*号)/g;

/** Brings text to the one form that is indexed and searched: NFKC (full-width forms), lower case. */
export const normalise = (text: string): string => text.normalize('NFKC').toLowerCase();

/** Whether a run is Han rather than Latin letters or digits. */
export const isHan = (run: string): boolean => run.charCodeAt(0) > 0x2fff;

/** Places a run takes in the index: one for each Han character, one for a whole word or number. */
export const placesOf = (run: string): number => (isHan(run) ? [...run].length : 1);

/**
 * Cuts text into Han runs and Latin or digit runs.
 *
 * Brackets part runs whatever their form, so `国发〔2019〕5号`, `国发[2019]5号` and `国发2019 5号` are the same runs.
 * A title spaced out for looks is closed: `总 则` is `总则`.
 */
export function runs(text: string): string[] {
  const normal = normalise(text).replace(ORDINAL, '$1 ');
  const found: { run: string; spaced: boolean }[] = [];
  let end = -1;
  for (const match of normal.matchAll(RUN)) {
    const run = match[0];
    const last = found.at(-1);
    const single = isHan(run) && [...run].length === 1;
    if (single && last?.spaced && /^[^\S\n]+$/.test(normal.slice(end, match.index))) last.run += run;
    // The 号 of "5号" belongs to its number and is no letter of a spaced-out title.
    else found.push({ run, spaced: single && end !== match.index });
    end = match.index + run.length;
  }
  return found.map(({ run }) => run);
}

/** How names, queries and terms are compared: without case, width, marks and gaps. */
export const keyOf = (text: string): string => runs(text).join('');

/** The overlapping pairs of a Han run: what a query looks for. One character gives none. */
export function pairs(run: string): string[] {
  const characters = [...run];
  return characters.slice(1).map((character, index) => characters[index] + character);
}

/** The tokens of a text as the index holds them, one for each place. */
export function tokens(text: string): string[] {
  return runs(text).flatMap((run) => (isHan(run) ? [...pairs(run), [...run].at(-1) + END] : [run + END]));
}
