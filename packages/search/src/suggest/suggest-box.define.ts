import { loadJson } from '../engine/load-json.ts';
import { simplify } from '../engine/simplify.ts';
import type { SuggestionList } from './list.ts';
import { SuggestBox } from './suggest-box.ts';

SuggestBox.load = async ({ list, shown }) => {
  const [own, other] = await Promise.all([list, ...(shown === list ? [] : [shown])].map((address) => loadJson<SuggestionList>(address)));
  return { list: own!, shown: other ?? own!, simplify };
};
if (!customElements.get('gov-suggest')) customElements.define('gov-suggest', SuggestBox);
