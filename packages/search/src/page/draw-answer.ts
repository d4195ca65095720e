import type { SearchCard } from '@mingchuang/content';

import type { SearchResult } from '../engine/protocol.ts';
import { fillSlot, slot, unparted, type Markup } from './markup.ts';

/** Characters of an answer that are shown above the results; the page has the rest. */
const LONGEST = 220;

/** The first result answers by itself when it was clearly meant, by its name or by an editor. */
export const answersItself = (result: SearchResult | undefined): result is SearchResult & { card: NonNullable<SearchResult['card']> } =>
  result?.card !== undefined && (result.meant === true || result.best === true);

/** Fills the answer above the results, or empties it. */
export function drawAnswer(markup: Markup, result: SearchResult | undefined, ownRoot: string): void {
  const card = answersItself(result) ? result.card : undefined;
  const item = markup.place('answer', card && `${card.kind}-answer`);
  if (!item || !card) return;
  const { title, url, agency, site } = result!;
  const root = site?.root ?? ownRoot;
  const facts = factsOf(card);
  for (const link of item.querySelectorAll('[data-slot="link"], [data-slot="more"]')) link.setAttribute('href', within(root, url));
  fillSlot(item, 'link', title.join(''));
  fillSlot(item, 'agency', agency);
  fillSlot(item, 'answer', shorten(facts.answer ?? ''));
  for (const row of item.querySelectorAll<HTMLElement>('[data-row]')) fillFact(row, facts);
  const online = slot(item, 'online');
  if (!online) return;
  online.hidden = !facts.online;
  online.setAttribute('href', within(root, facts.online ?? ''));
}

/** What a card says, by the name of its slot. */
function factsOf(card: SearchCard): Record<string, string | undefined> {
  const [place] = (card.kind === 'service' && card.places) || [];
  return {
    ...(card as object),
    ...(place && { place: [place.name, place.address, place.hours].join('\n'), ...(place.phone && { phone: place.phone }) }),
  };
}

/** An address of the site as seen from this page, so that a visitor stays in the mode; others as they are. */
export const within = (root: string, address: string): string => (address.startsWith('/') ? root + address.slice(1) : address);

/** What people want to know, and in further lines what more there is to say. Its row is hidden without it. */
function fillFact(row: HTMLElement, facts: Record<string, string | undefined>): void {
  const element = row.querySelector<HTMLElement>('[data-slot]')!;
  const [fact, ...notes] = unparted(facts[element.dataset.slot!] ?? '').split('\n');
  row.hidden = !fact;
  const small = document.createElement('small');
  small.textContent = notes.join('　');
  element.replaceChildren(fact!, ...(notes.length ? [small] : []));
}

/** Cut behind a sentence. */
function shorten(text: string): string {
  if (text.length <= LONGEST) return text;
  const end = Math.max(...['。', '！', '？', '\n'].map((mark) => text.lastIndexOf(mark, LONGEST)));
  return `${text.slice(0, end > LONGEST / 2 ? end + 1 : LONGEST)}……`;
}
