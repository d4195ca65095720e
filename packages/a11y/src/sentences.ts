import { splitSentences } from './split-sentences.ts';

/** Something to be read aloud, and where it stands. */
export interface Sentence {
  text: string;
  range: Range;
  /** The nearest element that is no part of a line. */
  block: Element;
  lang: string;
}

/** Ways and controls are not the text of a page, and what is drawn says nothing. */
const SILENT =
  'script, style, template, noscript, svg, rt, select, option, textarea, nav, gov-panel, gov-subtitle, gov-guide, gov-tools, [aria-hidden=true]';
const WITHIN_A_LINE = /^(?:inline|contents|ruby)$/;

/** The sentences of an element in their order, with the words of its pictures; what nobody sees is left out. */
export function sentencesIn(root: Element): Sentence[] {
  const found: Sentence[] = [];
  let run: Text[] = [];
  let block: Element | undefined;
  const finish = () => {
    if (block && run.length > 0) found.push(...sentencesOf(run, block));
    run = [];
  };
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, accept);
  while (walker.nextNode()) {
    const node = walker.currentNode;
    if (node instanceof Text) {
      const own = blockOf(node);
      if (own !== block) finish();
      block = own;
      run.push(node);
    } else {
      finish();
      if (node instanceof HTMLImageElement) found.push(picture(node));
    }
  }
  finish();
  return found;
}

function accept(node: Node): number {
  if (node instanceof Text) return node.data.trim() ? NodeFilter.FILTER_ACCEPT : NodeFilter.FILTER_SKIP;
  const element = node as Element;
  if (element.matches(SILENT) || !isSeen(element)) return NodeFilter.FILTER_REJECT;
  return element.matches('br, img[alt]:not([alt=""])') ? NodeFilter.FILTER_ACCEPT : NodeFilter.FILTER_SKIP;
}

const isSeen = (element: Element) => (element.checkVisibility ? element.checkVisibility() : element.getClientRects().length > 0);

/** The nearest element around a node that is no part of a line. */
export function blockOf(node: Node): Element {
  let element = node instanceof Element ? node : node.parentElement!;
  while (element.parentElement && WITHIN_A_LINE.test(getComputedStyle(element).display)) element = element.parentElement;
  return element;
}

/** A cell that is a row of its own on a phone names its column in `data-l`. */
const headingOf = (block: Element) => (block instanceof HTMLElement && block.dataset.l ? `${block.dataset.l}：` : '');

function sentencesOf(run: readonly Text[], block: Element): Sentence[] {
  const text = run.map(({ data }) => data).join('');
  return splitSentences(text).map(({ start, end }, at) => {
    const range = new Range();
    range.setStart(...placeIn(run, start, false));
    range.setEnd(...placeIn(run, end, true));
    return { text: (at === 0 ? headingOf(block) : '') + plain(text.slice(start, end)), range, block, lang: languageOf(block) };
  });
}

/** Which of the texts a place of the whole is in; between two, an end belongs to the first. */
function placeIn(run: readonly Text[], place: number, isEnd: boolean): [Text, number] {
  let rest = place;
  for (const node of run) {
    if (rest < node.length || (isEnd && rest === node.length)) return [node, rest];
    rest -= node.length;
  }
  const last = run.at(-1)!;
  return [last, last.length];
}

function picture(image: HTMLImageElement): Sentence {
  const range = new Range();
  range.selectNode(image);
  return { text: plain(image.alt), range, block: image, lang: languageOf(image) };
}

const plain = (text: string) => text.replace(/\s+/g, ' ').trim();
const languageOf = (element: Element) => element.closest<HTMLElement>('[lang]')?.lang ?? 'zh-CN';
