/** A kind of number or words that tell who somebody is. */
export type PersonalKind = 'identity' | 'mobile' | 'bank-card' | 'address';

/** Something personal in a text, masked, so that whoever is told of it learns no more. */
export interface PersonalHit {
  kind: PersonalKind;
  masked: string;
  start: number;
  end: number;
}

/** A resident identity number (GB 11643): region, birthday, order, check. */
const IDENTITY =
  /(?<![\dA-Za-z])[1-9]\d{5}(?:18|19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx](?![\dA-Za-z])/g;
/** Mobile numbers, with the gaps people type. A landline has its area code before it. */
const MOBILE = /(?<![\dA-Za-z.]|\d[-—])(?:\+?86[ -]?)?(1[3-9]\d)([ -]?)\d{4}\2(\d{4})(?![\dA-Za-z]|[-.]\d)/g;
/** Cards of the country's own network: 16 to 19 digits, with the gaps printed on them. */
const BANK_CARD = /(?<![\dA-Za-z])62\d{2}(?:[ -]?\d{4}){3}(?:[ -]?\d{1,3})?(?![\dA-Za-z])/g;
/** A home: a building of an estate with unit or room. */
const ADDRESS =
  /[\p{Script=Han}\d]{2,12}(?:小区|花园|家园|公寓|新村|苑|庄|里|弄|巷|路|街|大道|村)[\p{Script=Han}\d]{0,6}?\d{1,4}(?:号楼|栋|幢|座|号院?|号)[\d一二三四五六七八九十]{0,3}(?:单元|门)?\d{0,2}[层楼]?\d{2,4}(?:室|房|号)/gu;

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** Whether the last sign fits the others (GB 11643-1999, 校验码). */
export function isIdentity(number: string): boolean {
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(number[index]), 0);
  return '10X98765432'[sum % 11] === number[17]!.toUpperCase();
}

/** Whether the last digit fits the others (ISO/IEC 7812-1, Luhn). */
export function isLuhn(digits: string): boolean {
  const sum = [...digits].reverse().reduce((total, digit, index) => {
    const value = Number(digit) * (index % 2 === 0 ? 1 : 2);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}

const digitsOf = (text: string) => text.replace(/\D/g, '');

/** Finds what tells who somebody is: identity numbers and bank cards by their check digits, mobile numbers, homes. */
export function findPersonal(text: string): PersonalHit[] {
  const hits: PersonalHit[] = [];
  const take = (pattern: RegExp, kind: PersonalKind, mask: (match: RegExpMatchArray) => string | undefined) => {
    for (const match of text.matchAll(pattern)) {
      const masked = mask(match);
      const [start, end] = [match.index, match.index + match[0].length];
      if (masked && !hits.some((hit) => hit.start < end && start < hit.end)) hits.push({ kind, masked, start, end });
    }
  };
  take(IDENTITY, 'identity', ([number]) =>
    isIdentity(number) ? `${number.slice(0, 6)}********${number.slice(-4)}` : undefined,
  );
  take(BANK_CARD, 'bank-card', ([number]) =>
    isLuhn(digitsOf(number)) ? `62**********${digitsOf(number).slice(-4)}` : undefined,
  );
  take(MOBILE, 'mobile', ([, head, , tail]) => `${head}****${tail}`);
  take(ADDRESS, 'address', ([words]) => `${words.slice(0, -4)}****`);
  return hits.sort((a, b) => a.start - b.start);
}
