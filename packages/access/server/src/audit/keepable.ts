/** The longest text of one field, characters. */
const LONGEST_TEXT = 600;
/** The most entries of one list. */
const MOST_ENTRIES = 50;
/** The deepest nesting; what lies deeper is only counted. */
const DEEPEST = 6;

/** Names of fields that hold what nobody may read again. */
const SECRET = /password|secret|token$|^token|access_?key|encrypted|authorization|^headers$|salt|recovery|private_?key|^webhookurl$/i;
const NOT_KEPT = '（不记录）';

const ID_CARD = /(?<!\d)[1-9]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx](?!\d)/g;
const MOBILE = /(?<!\d)1[3-9]\d{9}(?!\d)/g;
const CARD = /(?<!\d)[3-6]\d{15,18}(?!\d)/g;

/** Half of a character beyond the first plane, which no database stores. */
const HALF_CHARACTER = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** Luhn's check digit, which bank cards carry. */
function isBankCard(digits: string): boolean {
  let sum = 0;
  [...digits].reverse().forEach((digit, index) => {
    const value = Number(digit) * (index % 2 ? 2 : 1);
    sum += value > 9 ? value - 9 : value;
  });
  return sum % 10 === 0;
}

/** A text without citizens' numbers, and without what no database stores. */
export function withoutPersonalData(text: string): string {
  return text
    .replace(HALF_CHARACTER, '\ufffd')
    .replaceAll('\0', '')
    .replace(ID_CARD, '〔身份证号〕')
    .replace(CARD, (digits: string) => (isBankCard(digits) ? '〔银行卡号〕' : digits))
    .replace(MOBILE, '〔手机号〕');
}

/** Shortens a text to what a line of the audit can hold. */
export function shorten(text: string, longest = LONGEST_TEXT): string {
  return text.length <= longest ? text : `${text.slice(0, longest).replace(HALF_CHARACTER, '')}…（共 ${text.length} 字）`;
}

/** What may be kept of a value: no secrets, no personal data of citizens, nothing without end. */
export function keepable(value: unknown, depth = 0): unknown {
  if (typeof value === 'string') return shorten(withoutPersonalData(value));
  if (typeof value === 'bigint') return String(value);
  if (value instanceof Date) return value.toISOString();
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) {
    const kept = value.slice(0, MOST_ENTRIES).map((item) => keepable(item, depth + 1));
    return value.length > MOST_ENTRIES ? [...kept, `…（共 ${value.length} 项）`] : kept;
  }
  if (depth >= DEEPEST) return '…';
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [name, SECRET.test(name) && item !== null && item !== undefined ? NOT_KEPT : keepable(item, depth + 1)]),
  );
}
