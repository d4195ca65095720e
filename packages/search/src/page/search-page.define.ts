import { connectEngine } from '../engine/connect.ts';
import { loadJson } from '../engine/load-json.ts';
import { suggestPlace } from '../suggest/place.ts';
import { askServer } from './ask-server.ts';
import { SearchPage } from './search-page.ts';

SearchPage.connect = (place, today, sisters) => {
  const own = connectEngine(place, today, sisters);
  return place.server ? askServer(place.server, own) : own;
};
SearchPage.loadList = () => loadJson(suggestPlace().shown);
if (!customElements.get('gov-search')) customElements.define('gov-search', SearchPage);
