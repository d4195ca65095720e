import { z } from 'zod';

import { LEVELS, WORD_KINDS, type Word, type WordKind } from './word.ts';

type LevelName = keyof typeof LEVELS;
const kinds = Object.keys(WORD_KINDS) as [WordKind, ...WordKind[]];
const levels = Object.keys(LEVELS) as [LevelName, ...LevelName[]];
const short = (label: string) => z.string(`“${label}”应当是文字。`).trim().min(1, `“${label}”不能空着。`).max(60, `“${label}”最多 60 个字。`);

/** A word as somebody enters it. One letter would be found everywhere. */
export const wordSchema = z
  .strictObject({
    wrong: short('词').refine((word) => [...word].length > 1, '“词”至少要有两个字，一个字到处都会碰上。'),
    right: z.array(short('建议')).max(5, '“建议”最多 5 个。').default([]),
    except: z.array(short('例外')).max(50, '“例外”最多 50 个。').default([]),
    kind: z.enum(kinds, `“类别”只能是：${Object.values(WORD_KINDS).join('、')}。`).default('own'),
    level: z.enum(levels, `“级别”只能是：${Object.values(LEVELS).join('、')}。`).default('hint'),
    note: z.string().trim().max(300, '“说明”最多 300 个字。').optional(),
    isOn: z.boolean().default(true),
  })
  .refine(({ wrong, right }) => !right.includes(wrong), { message: '“建议”不能和“词”一样。', path: ['right'] })
  .refine(({ wrong, except }) => except.every((whole) => whole.includes(wrong) && whole !== wrong), { message: '“例外”要包含这个词，并且比它长，例如“公布署名”里的“布署”。', path: ['except'] });

/** A row that cannot be taken, and why. */
export interface BadRow {
  row: number;
  message: string;
}

const keyOf = <Key extends string>(names: Record<Key, string>, given: string): string =>
  (Object.entries(names) as [Key, string][]).find(([key, name]) => name === given || key === given)?.[0] ?? given;
const parts = (text = '') => text.split(/[|；;]/).map((part) => part.trim()).filter(Boolean);

/** Splits a CSV line: fields may stand in quotation marks. */
function splitLine(line: string): string[] {
  return [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, quoted, plain]) => (quoted === undefined ? plain! : quoted.replaceAll('""', '"')).trim());
}

/**
 * Reads a table of words: 词, 建议, 类别, 级别, 说明, 例外; the last four may be missing, several suggestions are parted
 * by ；. All rows or none are taken, so that nobody wonders which ones were.
 */
export function readWords(csv: string): { words: (Word & { isOn: boolean })[]; bad: BadRow[] } {
  const words: (Word & { isOn: boolean })[] = [];
  const bad: BadRow[] = [];
  csv
    .replace(/^\ufeff/, '')
    .split(/\r?\n/)
    .forEach((line, at) => {
      if (line.trim() === '' || /^"?词"?(,|$)/.test(line)) return;
      const [wrong = '', right, kind, level, note, except] = splitLine(line);
      const read = wordSchema.safeParse({
        wrong,
        right: parts(right),
        except: parts(except),
        ...(kind ? { kind: keyOf(WORD_KINDS, kind) } : {}),
        ...(level ? { level: keyOf(LEVELS, level) } : {}),
        ...(note ? { note } : {}),
      });
      if (read.success) words.push(read.data as Word & { isOn: boolean });
      else bad.push({ row: at + 1, message: read.error.issues[0]!.message });
    });
  return { words, bad };
}
