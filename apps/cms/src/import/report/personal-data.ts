const ID_CARD = /(?<![\dA-Za-z])\d{6}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx](?![\dA-Za-z])/g;
const MOBILE = /(?<![\d-])1[3-9]\d(?:[ -]?\d{4}){2}(?!\d)/g;

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** Whether the last sign fits the others (GB 11643-1999, 校验码). */
function isIdCard(number: string): boolean {
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(number[index]), 0);
  return '10X98765432'[sum % 11] === number[17]!.toUpperCase();
}

const mask = (number: string) => `${number.slice(0, 3)}${'*'.repeat(number.length - 5)}${number.slice(-2)}`;

/** Finds what looks like an identity card or a mobile phone number. What is found is masked: the report is no new leak. */
export function findPersonalData(text: string): string[] {
  const cards = (text.match(ID_CARD) ?? []).filter(isIdCard).map((number) => `身份证号 ${mask(number)}`);
  const mobiles = (text.match(MOBILE) ?? []).map((number) => `手机号 ${mask(number.replace(/[ -]/g, ''))}`);
  return [...new Set([...cards, ...mobiles])];
}
