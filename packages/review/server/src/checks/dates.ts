import type { Check, Example } from './check.ts';
import type { WrittenText } from './document.ts';
import type { Remark } from './finding.ts';
import { remarkOn } from './text/in-text.ts';

const DATE = /(?<![\d—-])((?:19|20)\d{2})年\s?(\d{1,2})月\s?(\d{1,2})日(?:[（(]?(星期|周)([一二三四五六日天])[)）]?)?/g;
const DAY = /(?<![\d年./—-])(\d{1,2})月(\d{1,2})日/g;
const CHINESE_YEAR = /[一二三四五六七八九〇零○Ｏ]{4}(?=年)/g;
const ZERO = /[零○Ｏ]/g;
const DAYS = '日一二三四五六';
const WEEKDAY = { clause: '日历' };

const daysOf = (year: number, month: number) => new Date(Date.UTC(year, month, 0)).getUTCDate();
const isDay = (year: number, month: number, day: number) => month >= 1 && month <= 12 && day >= 1 && day <= daysOf(year, month);

/** Days that do not exist, weekdays that are others, and years with the wrong zero. */
export const datesCheck: Check = {
  id: 'dates',
  title: '日期',
  heaviest: 'confirm',
  find: ({ texts }) => texts.flatMap((text) => [...fullDates(text), ...shortDates(text), ...chineseYears(text)]),
};

function fullDates(text: WrittenText): Remark[] {
  return [...text.text.matchAll(DATE)].flatMap((match) => {
    const [whole, year, month, day, word, weekday] = match;
    const [y, m, d] = [Number(year), Number(month), Number(day)];
    if (!isDay(y, m, d)) return [missingDay(text, match.index, whole)];
    const right = DAYS[new Date(Date.UTC(y, m - 1, d)).getUTCDay()]!;
    if (!weekday || right === weekday.replace('天', '日')) return [];
    const start = match.index + whole.indexOf(word! + weekday);
    return [
      remarkOn(text, [start, start + word!.length + 1], {
        level: 'confirm',
        message: `${y}年${m}月${d}日是${word}${right}，不是${word}${weekday}。`,
        remedy: '核对是日期写错了，还是星期写错了。',
        ...WEEKDAY,
        quote: `${word}${weekday}`,
        fix: `${word}${right}`,
      }),
    ];
  });
}

/** A day without its year: February may have its 29th. */
const shortDates = (text: WrittenText): Remark[] =>
  [...text.text.matchAll(DAY)]
    .filter(([, month, day]) => !isDay(2024, Number(month), Number(day)))
    .map((match) => missingDay(text, match.index, match[0]));

const missingDay = (text: WrittenText, start: number, words: string) =>
  remarkOn(text, [start, start + words.length], {
    level: 'confirm',
    message: `没有“${words}”这一天。`,
    remedy: '核对月份和日子。',
    ...WEEKDAY,
  });

const chineseYears = (text: WrittenText): Remark[] =>
  [...text.text.matchAll(CHINESE_YEAR)]
    .filter(([year]) => /[零○Ｏ]/.test(year))
    .map(({ 0: year, index }) =>
      remarkOn(text, [index, index + year.length], {
        level: 'hint',
        message: `年份“${year}”里的“零”应当写成“〇”。`,
        remedy: '用汉字写年份，0 写成“〇”。',
        clause: 'GB/T 15835—2011 5.2.3',
        fix: year.replace(ZERO, '〇'),
      }),
    );

export const examples: readonly Example[] = [
  {
    says: 'days that no month has',
    values: { body: '<p>2026年2月29日起，至11月31日止，2026年13月1日。</p>' },
    finds: ['confirm 2026年2月29日', 'confirm 2026年13月1日', 'confirm 11月31日'],
  },
  {
    says: 'a weekday that is another',
    values: { body: '<p>2026年11月26日（星期五）上午9时</p>' },
    finds: ['confirm 星期五'],
    fixed: '2026年11月26日（星期四）上午9时',
  },
  {
    says: 'a year in Chinese digits with the wrong zero',
    values: { body: '<p>二○二六年、二零二六年</p>' },
    finds: ['hint 二○二六', 'hint 二零二六'],
    fixed: '二〇二六年、二〇二六年',
  },
  {
    says: 'dates that are',
    values: { body: '<p>2024年2月29日（星期四）、2月29日、二〇二六年十月、2026年11月26日周四。</p>' },
    finds: [],
  },
];
