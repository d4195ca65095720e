import type { Values } from './draft-key.ts';
import type { Attributes } from './form-values.ts';

/** Characters of a short text shown in full. */
const SHORT = 24;

const isEmpty = (value: unknown) => value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);
const isObject = (value: unknown) => typeof value === 'object' && value !== null;
const plain = (html: string) => html.replace(/<[^>]+>/g, '').replace(/&nbsp;|\s/g, '');
const count = (text: string) => [...plain(text)].length;
const quote = (value: unknown) => (isEmpty(value) ? '空' : `“${String(value)}”`);

/** What a value is but for the numbers of rows and keys of the screen, which differ without meaning. */
function essence(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(essence);
  if (typeof value !== 'object' || value === null) return isEmpty(value) ? undefined : value;
  const kept = Object.entries(value)
    .filter(([name, inner]) => !['id', '__temp_key__'].includes(name) && !isEmpty(inner))
    .map(([name, inner]) => [name, essence(inner)] as const);
  return kept.length > 0 ? Object.fromEntries(kept.sort(([a], [b]) => (a < b ? -1 : 1))) : undefined;
}

const isSame = (a: unknown, b: unknown) => JSON.stringify(essence(a)) === JSON.stringify(essence(b));

function describeOne(label: string, kept: unknown, stored: unknown, options: Record<string, string> = {}): string {
  if (Array.isArray(kept) || Array.isArray(stored)) {
    const [mine, theirs] = [kept, stored].map((list) => (Array.isArray(list) ? list.length : 0)) as [number, number];
    return mine === theirs ? `${label}：内容有改动` : `${label}：${mine} 项（现在 ${theirs} 项）`;
  }
  if (isObject(kept) || isObject(stored)) return `${label}：有改动`;
  const [mine, theirs] = [kept, stored].map((value) => String(value ?? '')) as [string, string];
  if (mine.length <= SHORT && theirs.length <= SHORT) {
    const name = (value: unknown) => quote(options[String(value)] ?? (value === true ? '是' : value === false ? '否' : value));
    return `${label}：${name(kept)}（现在是${name(stored)}）`;
  }
  const [more, less] = [count(mine), count(theirs)];
  return more === less ? `${label}：${more} 字，有改动` : `${label}：${more} 字（现在 ${less} 字）`;
}

/** Says in one line for each field how a form that was kept differs from what is stored. Empty when it does not. */
export function describeDifference(kept: Values, stored: Values, attributes: Attributes): string[] {
  return Object.entries(attributes).flatMap(([name, { pluginOptions }]) => {
    const editor = pluginOptions?.editor;
    if (!editor || editor.hidden || editor.readOnly || isSame(kept[name], stored[name])) return [];
    return [describeOne(editor.label ?? name, kept[name], stored[name], editor.options)];
  });
}
