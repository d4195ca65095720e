/** Numbering that is part of an official document's text, not of a list: 一、（一）第一章 … */
const OFFICIAL = /^(第?[一二三四五六七八九十百]+[、章节条]|[（(][一二三四五六七八九十百]+[）)])$/;
const ORDERED = /^[（(]?([0-9]+|[a-zA-Z]{1,4})[.．、)）]$|^[①-⑳]$/;
const MARKER = /mso-list\s*:\s*ignore/i;
const LEVEL = /mso-list\s*:[^;]*level(\d)/i;

interface Item {
  line: HTMLElement;
  level: number;
  isOrdered: boolean;
}

const styleOf = (element: Element) => element.getAttribute('style') ?? '';

/** Reads the marker Word and WPS write before an item, and takes it off unless it belongs to the text. */
function readItem(line: HTMLElement): Item | undefined {
  const level = LEVEL.exec(styleOf(line))?.[1];
  const marker = [...line.querySelectorAll('span')].find((span) => MARKER.test(styleOf(span)));
  if (!level || !marker) return undefined;
  const sign = (marker.textContent ?? '').replace(/[\s\u00a0\u3000]+/g, '');
  if (OFFICIAL.test(sign)) {
    marker.replaceWith(sign);
    return undefined;
  }
  marker.remove();
  return { line, level: Number(level), isOrdered: ORDERED.test(sign) };
}

/** Puts the items of one run into lists, deeper levels inside the item before them. */
function buildList(items: Item[]): HTMLElement {
  const [first] = items as [Item, ...Item[]];
  const page = first.line.ownerDocument;
  const list = page.createElement(first.isOrdered ? 'ol' : 'ul');
  for (let index = 0; index < items.length; ) {
    const item = page.createElement('li');
    const paragraph = page.createElement('p');
    paragraph.append(...items[index]!.line.childNodes);
    item.append(paragraph);
    list.append(item);
    let next = index + 1;
    while (next < items.length && items[next]!.level > first.level) next += 1;
    if (next > index + 1) item.append(buildList(items.slice(index + 1, next)));
    index = next;
  }
  return list;
}

/** Makes lists of the paragraphs by which Word and WPS write them. */
export function cleanLists(page: Document): void {
  const lines = [...page.querySelectorAll<HTMLElement>('p, h1, h2, h3, h4, h5, h6')].filter((line) => /mso-list/i.test(styleOf(line)));
  const runs: Item[][] = [];
  for (const line of lines) {
    const item = readItem(line);
    const run = runs.at(-1);
    const previous = run?.at(-1);
    if (!item) continue;
    const isNext = previous && line.previousElementSibling === previous.line && (item.level > run![0]!.level || (item.isOrdered === run![0]!.isOrdered && item.level === run![0]!.level));
    if (isNext) run!.push(item);
    else runs.push([item]);
  }
  for (const run of runs) {
    const place = run[0]!.line.ownerDocument.createElement('div');
    run[0]!.line.before(place);
    place.replaceWith(buildList(run));
    run.forEach(({ line }) => line.remove());
  }
}
