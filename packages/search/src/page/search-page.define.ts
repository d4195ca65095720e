import { connectEngine } from '../engine/connect.ts';
import { SearchPage } from './search-page.ts';

SearchPage.connect = (place, today, sisters) => {
  const own = connectEngine(place, today, sisters);
  const { server } = place;
  const asking = server && import('./ask-server.ts').then(({ askServer }) => askServer(server, own));
  return asking ? async (...asked) => (await asking)(...asked) : own;
};
SearchPage.findNearest = async (query) => (await import('./nearest.ts')).findNearest(query);
if (!customElements.get('gov-search')) customElements.define('gov-search', SearchPage);
