import type { Content, FileShown, TargetShown } from '../content.ts';
import type { Field } from '../shape.ts';
import { alignLists } from './compare-lists.ts';
import { compareLines, compareRichText, type FindFile } from './compare-text.ts';
import { sameJson, textOf } from './read-values.ts';
import { showLines, showValue } from './show-value.ts';
import { type Cell, mirror, type Row, type Section } from './types.ts';
import { compareWords, whole } from './words.ts';

const NO_FILE: FindFile = () => undefined;

/**
 * What differs between two contents of a document, field by field, in words a layman reads. Equal contents give no
 * section. Seen from the other side it is the same difference mirrored: whichever is the lesser text is taken as the
 * earlier one, since comparing lists has ties.
 */
export function compareContents(fields: readonly Field[], before: Content, after: Content, findFile: FindFile = NO_FILE): Section[] {
  const isMirrored = JSON.stringify(before) > JSON.stringify(after);
  const [first, second] = isMirrored ? [after, before] : [before, after];
  const sections = fields.flatMap((field): Section[] => {
    const rows = compareField(field, first[field.name], second[field.name], findFile);
    return rows.some(({ mark }) => mark !== 'same') ? [{ field: field.name, label: field.label, rows }] : [];
  });
  return isMirrored ? mirror(sections) : sections;
}

function compareField(field: Field, before: unknown, after: unknown, findFile: FindFile): Row[] {
  if (sameJson(before, after) && field.kind !== 'component') return before === undefined ? [] : [sameRow(field, before, after)];
  const list = (value: unknown) => (value === undefined ? [] : Array.isArray(value) ? value : [value]);
  switch (field.kind) {
    case 'rich-text':
      return compareRichText(String(before ?? ''), String(after ?? ''), findFile);
    case 'text':
      return compareLines(String(before ?? ''), String(after ?? ''));
    case 'line':
      return [compareValue(String(before ?? ''), String(after ?? ''), true)];
    case 'choices':
      return compareItems<unknown>(list(before), list(after), (key) => ({ id: String(key), cell: { pieces: [] }, text: showValue({ kind: 'choice', ...(field.options ? { options: field.options } : {}) }, key) }));
    case 'relation':
      return compareItems<TargetShown>(list(before), list(after), ({ id, title }) => ({ id, cell: { pieces: [] }, text: title || '（没有标题）' }));
    case 'media':
      return compareItems<FileShown>(list(before), list(after), (file) => ({ id: file.id, cell: { pieces: [], file }, text: file.name }));
    case 'json':
      return compareStructured(before, after);
    case 'component':
      return field.many ? compareComponents(field, list(before) as Content[], list(after) as Content[], findFile) : compareParts(field.fields!, before as Content | undefined, after as Content | undefined, { findFile, labels: ['', ''] });
    default:
      return [compareValue(showValue(field, before), showValue(field, after), false)];
  }
}

const sameRow = (field: Field, before: unknown, after: unknown): Row => ({ mark: 'same', before: { pieces: whole(textOf(field, before), 'same') }, after: { pieces: whole(textOf(field, after), 'same') } });

function compareValue(before: string, after: string, byWords: boolean): Row {
  if (before === '') return { mark: 'added', after: { pieces: whole(after, 'added') } };
  if (after === '') return { mark: 'removed', before: { pieces: whole(before, 'removed') } };
  const sides = byWords ? compareWords(before, after) : { before: whole(before, 'removed'), after: whole(after, 'added') };
  return { mark: 'changed', before: { pieces: sides.before }, after: { pieces: sides.after } };
}

interface ItemShown {
  id: string;
  cell: Cell;
  text: string;
}

/** Things that are the same or not: targets, files, choices. */
function compareItems<T>(before: readonly T[], after: readonly T[], show: (item: T) => ItemShown): Row[] {
  const idOf = (item: T) => show(item).id;
  const cellOf = (item: T, mark: 'same' | 'removed' | 'added'): Cell => {
    const { cell, text } = show(item);
    return { ...cell, pieces: whole(text, mark) };
  };
  return alignLists(before, after, { keyOf: idOf, textOf: () => '' }, idOf).map(({ before: one, after: other, isMoved }): Row => {
    if (!one) return { mark: 'added', after: cellOf(other!.item, 'added') };
    if (!other) return { mark: 'removed', before: cellOf(one.item, 'removed') };
    return { mark: isMoved ? 'moved' : 'same', before: cellOf(one.item, 'same'), after: cellOf(other.item, 'same') };
  });
}

function compareStructured(before: unknown, after: unknown): Row[] {
  const [one, other] = [showLines(before), showLines(after)];
  const labels = [...new Set([...one, ...other].map(({ label }) => label))];
  return labels.flatMap((label): Row[] => {
    const [left, right] = [one, other].map((lines) => lines.find((line) => line.label === label)?.text ?? '') as [string, string];
    return left === right ? [] : [labelled(compareValue(left, right, false), [label, label])];
  });
}

interface PartsOptions {
  findFile: FindFile;
  /** What the component is called on either side; the empty text for the only one. */
  labels: readonly [string, string];
}

/** A component field by field; what did not change is left out. */
function compareParts(fields: readonly Field[], before: Content | undefined, after: Content | undefined, { findFile, labels }: PartsOptions): Row[] {
  return fields.flatMap((field) => {
    const rows = compareField(field, before?.[field.name], after?.[field.name], findFile).filter(({ mark }) => mark !== 'same');
    return rows.map((row) => labelled(row, [joinLabels(labels[0], field.label), joinLabels(labels[1], field.label)]));
  });
}

function compareComponents(field: Field, before: readonly Content[], after: readonly Content[], findFile: FindFile): Row[] {
  const fields = field.fields!;
  const nameOf = (item: Content) => nameOfItem(fields, item);
  const pairs = alignLists(before, after, { keyOf: (item) => JSON.stringify(item), textOf: (item) => textOf(field, item) }, nameOf);
  return pairs.flatMap(({ before: one, after: other, isMoved }): Row[] => {
    const label = (placed: typeof one) => (placed ? `${field.label} ${placed.place}${nameOf(placed.item) ? `“${nameOf(placed.item)}”` : ''}` : '');
    const labels = [label(one), label(other)] as const;
    const rows = compareParts(fields, one?.item, other?.item, { findFile, labels });
    const standing: Row = { mark: isMoved ? 'moved' : 'same', before: { pieces: whole(labels[0], 'same') }, after: { pieces: whole(labels[1], 'same') } };
    return isMoved || rows.length === 0 ? [standing, ...rows] : rows;
  });
}

/** What an item of a list goes by: the first line of text in it. */
function nameOfItem(fields: readonly Field[], item: Content): string {
  const field = fields.find(({ name, kind }) => (kind === 'line' || kind === 'text') && typeof item[name] === 'string');
  return field ? String(item[field.name]).slice(0, 30) : '';
}

const joinLabels = (...labels: string[]) => labels.filter((label) => label !== '').join(' · ');

function labelled({ mark, before, after }: Row, [left, right]: readonly [string, string]): Row {
  const put = (cell: Cell, label: string): Cell => ({ ...cell, label: joinLabels(label, cell.label ?? '') });
  return { mark, ...(before ? { before: put(before, left) } : {}), ...(after ? { after: put(after, right) } : {}) };
}
