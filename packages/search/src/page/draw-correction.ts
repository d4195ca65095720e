import type { SearchAnswer } from '../engine/protocol.ts';
import { formatAddress, type SearchState } from './address.ts';
import { fillSlot, slot, type Markup } from './markup.ts';

/** Says which query was searched instead, with the way back to what was typed, or offers another one. */
export function drawCorrection(markup: Markup, correction: SearchAnswer['correction'], state: SearchState): void {
  const box = markup.part('correction');
  if (!box) return;
  const item = correction && markup.item(correction.applied ? 'corrected' : 'offered');
  box.hidden = !item;
  box.replaceChildren(...(item ? [item] : []));
  if (!correction || !item) return;
  fillSlot(item, 'typed', state.query);
  fillSlot(item, 'query', correction.query);
  const next: SearchState = correction.applied ? { ...state, asTyped: true, page: 1 } : { ...state, query: correction.query, page: 1 };
  slot(item, 'link')?.setAttribute('href', formatAddress(next));
}
