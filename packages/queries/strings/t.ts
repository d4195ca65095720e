import strings from './zh-CN.json';

export type StringKey = keyof typeof strings;

/** The Chinese text of a key, with `{name}` replaced by the value of that name. */
export function t(key: StringKey, values: Record<string, string | number> = {}): string {
  return strings[key].replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}
