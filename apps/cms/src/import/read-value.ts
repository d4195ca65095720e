/** The text of a value of the source, or undefined when there is none. */
export function textOf(value: unknown): string | undefined {
  if (value === null || value === undefined) return undefined;
  const text = Array.isArray(value) ? value.map(String).join('；') : String(value);
  return text.trim() || undefined;
}

const pad = (value: string) => value.padStart(2, '0');

/** Reads a calendar date as offices write it: 2019-02-15, 2019/2/15, 2019.2.15, 2019年2月15日, with or without a time. */
export function readDate(text: string): string | undefined {
  const found = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?(?:[\sT].*)?$/.exec(text.trim());
  if (!found) return undefined;
  const date = `${found[1]}-${pad(found[2]!)}-${pad(found[3]!)}`;
  const time = Date.parse(`${date}T00:00:00Z`);
  // 2019-02-30 would silently become March.
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(date) ? date : undefined;
}

/** Reads a number, with thousands commas or without. */
export function readNumber(text: string): number | undefined {
  const plain = text.replace(/[,，\s]/g, '');
  return /^-?\d+(\.\d+)?$/.test(plain) ? Number(plain) : undefined;
}

/** A value that has parts: as it is, or as JSON text. */
export function readStructure(value: unknown): object | undefined {
  try {
    const read: unknown = typeof value === 'string' ? JSON.parse(value) : value;
    return typeof read === 'object' && read !== null ? read : undefined;
  } catch {
    return undefined;
  }
}

const YES = new Set(['是', '有', 'true', '1', 'yes', 'y']);
const NO = new Set(['否', '无', 'false', '0', 'no', 'n']);

export function readBoolean(text: string): boolean | undefined {
  const word = text.trim().toLowerCase();
  return YES.has(word) ? true : NO.has(word) ? false : undefined;
}

/** What a pattern finds in a text: its first group, or all of it when it has none. */
export function firstMatch(text: string, pattern: string): string | undefined {
  const found = new RegExp(pattern).exec(text);
  return (found?.[1] ?? found?.[0])?.trim();
}
