/** A resident identity number (GB 11643): region, birthday, order, check. */
const IDENTITY =
  /(?<![\dA-Za-z])([1-9]\d{5})(?:18|19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(\d{3}[\dXx])(?![\dA-Za-z])/g;
/** The older form of fifteen digits, its year without the century. */
const OLD_IDENTITY = /(?<![\dA-Za-z])([1-9]\d{5})\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(\d{3})(?![\dA-Za-z])/g;
/** Mobile numbers, with the gaps people type. */
const MOBILE = /(?<![\dA-Za-z])(1[3-9]\d)[ -]?\d{4}[ -]?(\d{4})(?![\dA-Za-z])/g;
/** Bank cards of the country's own network. */
const BANK_CARD = /(?<![\dA-Za-z])62\d{10,13}(\d{4})(?![\dA-Za-z])/g;

/** Family names of two characters that are met often enough to be kept whole. */
const COMPOUND = /^(欧阳|司马|上官|诸葛|东方|皇甫|尉迟|公孙|慕容|令狐|宇文|长孙|夏侯|司徒|端木|百里|南宫)/;
const isMasked = (name: string) => /[*＊×]|某/.test(name);

/** Hides the birthday of identity numbers and the middle of mobile and bank card numbers, wherever they stand in a text. */
export function maskNumbers(text: string): string {
  return text
    .replace(IDENTITY, '$1********$2')
    .replace(BANK_CARD, '62**********$1')
    .replace(OLD_IDENTITY, '$1******$2')
    .replace(MOBILE, '$1****$2');
}

/** Whether a text holds a mobile number that was hidden. */
export const holdsMaskedMobile = (text: string): boolean => /(?<!\d)1[3-9]\d\*{4}\d{4}(?!\d)/.test(text);

/** Hides part of a person's name: the family name stays, and the last character of a longer one. */
export function maskName(name: string): string {
  const trimmed = name.trim();
  if (isMasked(trimmed)) return trimmed;
  if (!/^\p{Script=Han}+$/u.test(trimmed))
    return trimmed.replace(/[\p{L}\d]+/gu, (word) => `${[...word][0]}${'*'.repeat([...word].length - 1)}`);
  const letters = [...trimmed];
  const family = COMPOUND.test(trimmed) && letters.length > 2 ? 2 : 1;
  const given = letters.slice(family);
  const last = given.length > 1 ? given.at(-1)! : '';
  return letters.slice(0, family).join('') + '*'.repeat(given.length - (last ? 1 : 0)) + last;
}
