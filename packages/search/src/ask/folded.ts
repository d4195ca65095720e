import { normalise } from '../tokens.ts';

const DIGITS = '零一二三四五六七八九';
const PLACES: Record<string, number> = { 十: 10, 百: 100, 千: 1000 };
/** Numbers of more than one character, and single ones before what is counted. */
const NUMBER = /[二三四五六七八九两][十百千][零一二三四五六七八九十百千]*|一?[百千][零一二三四五六七八九][零一二三四五六七八九十百]*|一?十[一二三四五六七八九]|[一二三四五六七八九两十百](?=周?岁|元|块|年|[个天日号月平亩户次趟成点倍度]|分钟|小时)/gu;

/** A text as questions are compared with it: numbers in digits, and one character for two that mean the same. */
export const folded = (text: string): string =>
  normalise(text)
    .replace(NUMBER, (number) => String(valueOf(number)))
    .replaceAll('缴', '交')
    .replaceAll('拿', '领');

/** What a number below ten thousand is worth. */
function valueOf(number: string): number {
  let value = 0;
  let digit = 0;
  for (const character of number.replaceAll('两', '二')) {
    const place = PLACES[character];
    if (!place) digit = DIGITS.indexOf(character);
    else {
      value += (digit || 1) * place;
      digit = 0;
    }
  }
  return value + digit;
}
