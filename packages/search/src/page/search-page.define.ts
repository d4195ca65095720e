import { connectEngine } from '../engine/connect.ts';
import { loadJson } from '../engine/load-json.ts';
import { suggestPlace } from '../suggest/place.ts';
import { SearchPage } from './search-page.ts';

SearchPage.connect = connectEngine;
SearchPage.loadList = () => loadJson(suggestPlace().shown);
if (!customElements.get('gov-search')) customElements.define('gov-search', SearchPage);
