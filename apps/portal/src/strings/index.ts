import texts from './zh-CN.json' with { type: 'json' };

export type StringKey = keyof typeof texts;

/** The text of a key, with `{name}` replaced by the values given. A key that does not exist is a type error. */
export function t(key: StringKey, values: Readonly<Record<string, string | number>> = {}): string {
  return texts[key].replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}
