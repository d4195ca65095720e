import type { SearchResult } from '../engine/protocol.ts';
import { fillSlot, slot, unparted, type Markup } from './markup.ts';

/** Characters of an answer that are shown above the results; the page has the rest. */
const LONGEST = 220;

/** The first result answers by itself when it was clearly meant, by its name or by an editor. */
export const answersItself = (result: SearchResult | undefined): result is SearchResult & { card: NonNullable<SearchResult['card']> } =>
  result?.card !== undefined && (result.meant === true || result.best === true);

/** Fills the answer above the results, or empties it. */
export function drawAnswer(markup: Markup, result: SearchResult | undefined, ownRoot: string): void {
  const box = markup.part('answer');
  if (!box) return;
  const item = answersItself(result) ? markup.item(`${result.card.kind}-answer`) : undefined;
  box.hidden = !item;
  box.replaceChildren(...(item ? [item] : []));
  if (!item || !answersItself(result)) return;
  const { card, title, url, agency, site } = result;
  const root = site?.root ?? ownRoot;
  const address = within(root, url);
  for (const link of item.querySelectorAll('[data-slot="link"], [data-slot="more"]')) link.setAttribute('href', address);
  fillSlot(item, 'link', title.join(''));
  fillSlot(item, 'agency', agency);
  if (card.kind === 'question') {
    fillSlot(item, 'answer', shorten(card.answer));
    fillFact(item, 'checked', card.checked);
    return;
  }
  if (card.kind === 'agency') {
    for (const name of ['phone', 'address', 'transit', 'hours'] as const) fillFact(item, name, card[name]);
    return;
  }
  for (const name of ['fee', 'time', 'visits', 'ways'] as const) fillFact(item, name, card[name]);
  const [place] = card.places ?? [];
  fillFact(item, 'place', place && [place.name, place.address, place.hours].join('\n'));
  fillFact(item, 'phone', place?.phone ?? card.phone);
  const online = slot(item, 'online');
  if (!online) return;
  online.hidden = !card.online;
  if (card.online) online.setAttribute('href', within(root, card.online));
}

/** An address of the site as seen from this page, so that a visitor stays in the mode; others as they are. */
export const within = (root: string, address: string): string => (address.startsWith('/') ? root + address.slice(1) : address);

/** What people want to know, and in further lines what more there is to say. Its row is hidden without it. */
function fillFact(item: HTMLElement, name: string, text: string | undefined): void {
  const element = slot(item, name);
  const row = element?.closest<HTMLElement>('[data-row]');
  if (row) row.hidden = !text;
  if (!element || !text) return;
  const [fact = '', ...notes] = unparted(text).split('\n');
  const small = document.createElement('small');
  small.textContent = notes.join('　');
  element.replaceChildren(fact, ...(notes.length ? [small] : []));
}

/** Cut behind a sentence. */
function shorten(text: string): string {
  if (text.length <= LONGEST) return text;
  const end = Math.max(...['。', '！', '？', '\n'].map((mark) => text.lastIndexOf(mark, LONGEST)));
  return `${text.slice(0, end > LONGEST / 2 ? end + 1 : LONGEST)}……`;
}
