import english from './en.json' with { type: 'json' };
import { currentLocale } from './locale.ts';
import texts from './zh-CN.json' with { type: 'json' };

export type StringKey = keyof typeof texts;

/** A key of the English strings that the Chinese ones lack is a type error. */
type Known<T extends Partial<Record<StringKey, string>>> = { [K in keyof T]: K extends StringKey ? string : never };
/** Types of content without a locale are never shown in English, and neither are their strings. */
const ENGLISH: Partial<Record<StringKey, string>> = english satisfies Known<typeof english>;

/** The text of a key in the language of the page, with `{name}` replaced by the values given. A key that does not exist is a type error. */
export function t(key: StringKey, values: Readonly<Record<string, string | number>> = {}): string {
  const text = (currentLocale() === 'en' ? ENGLISH[key] : undefined) ?? texts[key];
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}
