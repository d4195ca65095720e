import type { SearchAnswer } from '../engine/protocol.ts';
import { formatAddress, type SearchState } from './address.ts';
import { fillSlot, slot, type Markup } from './markup.ts';

/** Says which query was searched instead, with the way back to what was typed, or offers another one. */
export function drawCorrection(markup: Markup, correction: SearchAnswer['correction'], state: SearchState): void {
  const item = markup.place('correction', correction && (correction.applied ? 'corrected' : 'offered'));
  if (!correction || !item) return;
  fillSlot(item, 'typed', state.query);
  fillSlot(item, 'query', correction.query);
  const next: SearchState = correction.applied ? { ...state, asTyped: true, page: 1 } : { ...state, query: correction.query, page: 1 };
  slot(item, 'link')?.setAttribute('href', formatAddress(next));
}
