import './engine-entry.ts';
import '../src/page/search-page.define.ts';
