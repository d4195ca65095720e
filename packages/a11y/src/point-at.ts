import { blockOf, sentencesIn, type Sentence } from './sentences.ts';

/** How long the pointer rests before what it rests on is meant, in milliseconds. */
const REST = 250;

const listeners = new Set<(sentence: Sentence) => void>();
let timer: ReturnType<typeof setTimeout> | undefined;
let last: string | undefined;

/** Calls back with the sentence the pointer rests on, a finger touches or the focus reaches; each once until another comes. */
export function onPointed(listener: (sentence: Sentence) => void): void {
  if (listeners.size === 0) watch();
  listeners.add(listener);
}

function watch(): void {
  document.addEventListener('pointermove', ({ target, clientX, clientY, pointerType }) => {
    clearTimeout(timer);
    if (pointerType === 'mouse') timer = setTimeout(() => pointed(sentenceAt(target, clientX, clientY)), REST);
  });
  document.addEventListener('click', ({ target, clientX, clientY }) => pointed(sentenceAt(target, clientX, clientY)));
  document.addEventListener('focusin', ({ target }) => pointed(nameOf(target as Element)));
}

function pointed(sentence: Sentence | undefined): void {
  if (!sentence || sentence.text === last) return;
  last = sentence.text;
  for (const listener of listeners) listener(sentence);
}

/** The sentence of the paragraph under a place that covers it. */
function sentenceAt(target: EventTarget | null, x: number, y: number): Sentence | undefined {
  if (!(target instanceof Element) || target.closest('html, body, main') === target || isTool(target)) return undefined;
  const covers = ({ range }: Sentence) =>
    [...range.getClientRects()].some(({ left, right, top, bottom }) => x >= left && x <= right && y >= top && y <= bottom);
  const block = blockOf(target);
  return sentencesIn(block.matches('img, button, a') ? block.parentElement! : block).find(covers);
}

/** What an element that has the focus is called, as far as the page itself knows. */
function nameOf(element: Element): Sentence | undefined {
  if (element.matches('main, body') || isTool(element)) return undefined;
  const labels = element instanceof HTMLInputElement || element instanceof HTMLSelectElement || element instanceof HTMLTextAreaElement ? [...(element.labels ?? [])] : [];
  const text = element.getAttribute('aria-label') ?? labels.map((label) => label.innerText).join(' ') ?? '';
  const range = new Range();
  range.selectNode(element);
  const said = (text || (element as HTMLElement).innerText || '').replace(/\s+/g, ' ').trim();
  return said ? { text: said, range, block: element, lang: element.closest<HTMLElement>('[lang]')?.lang ?? 'zh-CN' } : undefined;
}

/** Tools are not read by pointing: whoever sets something would hear every button. */
const isTool = (element: Element) => element.closest('gov-panel, gov-subtitle') !== null;
