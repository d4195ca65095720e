import type { SearchWords } from '@mingchuang/content';
import { PATHS } from '@mingchuang/content/paths';

import { connectEngine } from '../engine/connect.ts';
import { loadJson } from '../engine/load-json.ts';
import { simplify } from '../engine/simplify.ts';
import { indexPlace } from '../page/index-place.ts';
import type { SuggestionList } from '../suggest/list.ts';
import { suggestPlace } from '../suggest/place.ts';
import { AskPage } from './ask-page.ts';

AskPage.open = async () => {
  const place = indexPlace({ index: PATHS.searchIndex }, undefined);
  const engine = connectEngine(place, new Date().toISOString().slice(0, 10));
  const [list, words, simplifyFound] = await Promise.all([
    loadJson<SuggestionList>(suggestPlace().list),
    loadJson<SearchWords>(PATHS.searchWords).catch(() => undefined),
    // Questions are compared with texts in the characters these were written in, whatever the page is shown in.
    place.shown === place.base ? undefined : import('../engine/traditional.ts').then(({ convert }) => convert),
  ]);
  return { engine, list, words, simplify, simplifyFound };
};
AskPage.loadVoiceWords = async () => (await loadJson<SuggestionList>(suggestPlace().shown)).words.voice;
if (!customElements.get('gov-ask')) customElements.define('gov-ask', AskPage);
