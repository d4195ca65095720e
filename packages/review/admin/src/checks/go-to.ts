import type { WrittenText } from '../../../server/src/checks/document.ts';
import type { Finding } from '../../../server/src/checks/finding.ts';
import { ANCHOR, focusField } from '../fields/focus-field.ts';

/** How long a row takes to open, ms. */
const OPENING = 350;

/** Brings the place of a finding into view, and marks its words. */
export function goTo({ field, span }: Pick<Finding, 'field' | 'span'>, text: WrittenText | undefined): void {
  const show = () => {
    focusField(field);
    if (text && span) selectWords(field, text, span);
  };
  if (!openRow(field)) return show();
  return void setTimeout(show, OPENING);
}

/** Opens the row of a list a field stands in. @returns Whether there was one to open. */
function openRow(field: string): boolean {
  const [name, row] = field.split('.');
  const index = Number(row);
  if (!Number.isInteger(index) || document.getElementsByName(field).length > 0) return false;
  for (let part = document.querySelector<HTMLElement>(`[${ANCHOR}="${CSS.escape(name!)}"]`); part; part = part.parentElement) {
    const rows = part.querySelectorAll<HTMLButtonElement>('h3 button[aria-expanded], [data-orientation] button[aria-expanded]');
    if (rows.length === 0) continue;
    const wanted = rows[index];
    if (wanted?.getAttribute('aria-expanded') !== 'false') return false;
    wanted.click();
    return true;
  }
  return false;
}

function selectWords(field: string, { text, isRich }: WrittenText, { start, end }: { start: number; end: number }): void {
  const input = document.getElementsByName(field)[0] as HTMLInputElement | HTMLTextAreaElement | undefined;
  if (!isRich && input?.setSelectionRange) return input.setSelectionRange(start, end);
  const page = isRich ? findPage(field) : undefined;
  if (!page) return;
  const words = text.slice(start, end).split('\n')[0]!;
  if (words === '') return;
  const before = text.slice(0, start).split(words).length - 1;
  const range = findRange(page, words, before);
  if (!range) return;
  // A selection outside of what has the keyboard would be lost.
  page.focus({ preventScroll: true });
  const selection = window.getSelection();
  selection?.removeAllRanges();
  selection?.addRange(range);
  range.startContainer.parentElement?.scrollIntoView({ block: 'center' });
}

/** The editor of a rich text: the first one behind the marker of its field. */
function findPage(field: string): HTMLElement | undefined {
  const name = field.split('.')[0]!;
  for (let part = document.querySelector<HTMLElement>(`[${ANCHOR}="${CSS.escape(name)}"]`); part; part = part.parentElement) {
    const page = part.querySelector<HTMLElement>('[contenteditable="true"]');
    if (page) return page;
  }
  return undefined;
}

/** Where the words stand in what is shown, after as many places with the same. */
function findRange(page: HTMLElement, words: string, before: number): Range | undefined {
  const nodes: { node: Text; start: number }[] = [];
  let shown = '';
  const walker = document.createTreeWalker(page, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
    nodes.push({ node, start: shown.length });
    shown += node.data;
  }
  let at = shown.indexOf(words);
  for (let count = 0; count < before && at !== -1; count += 1) at = shown.indexOf(words, at + words.length);
  if (at === -1) return undefined;
  const place = (offset: number, isEnd: boolean) => [...nodes].reverse().find(({ start }) => (isEnd ? start < offset : start <= offset))!;
  const [first, last] = [place(at, false), place(at + words.length, true)];
  const range = document.createRange();
  range.setStart(first.node, at - first.start);
  range.setEnd(last.node, at + words.length - last.start);
  return range;
}
