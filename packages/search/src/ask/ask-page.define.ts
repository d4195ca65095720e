import type { SearchWords } from '@mingchuang/content';
import { PATHS } from '@mingchuang/content/paths';

import { connectEngine } from '../engine/connect.ts';
import { loadJson } from '../engine/load-json.ts';
import { simplify } from '../engine/simplify.ts';
import type { SuggestionList } from '../suggest/list.ts';
import { AskPage } from './ask-page.ts';

AskPage.open = async () => {
  const base = new URL(PATHS.searchIndex, document.baseURI).href;
  // Questions are compared with texts in the characters these were written in, whatever the page is shown in.
  const engine = connectEngine({ base, shown: base, words: new URL(PATHS.searchWords, base).href }, new Date().toISOString().slice(0, 10));
  const [list, words] = await Promise.all([
    loadJson<SuggestionList>(PATHS.suggestions),
    loadJson<SearchWords>(PATHS.searchWords).catch(() => undefined),
  ]);
  return { engine, list, words, simplify };
};
if (!customElements.get('gov-ask')) customElements.define('gov-ask', AskPage);
