import { connectEngine } from '../engine/connect.ts';
import { SearchPage } from './search-page.ts';

SearchPage.connect = connectEngine;
if (!customElements.get('gov-search')) customElements.define('gov-search', SearchPage);
