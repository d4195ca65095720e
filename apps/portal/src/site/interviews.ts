import type { EntryOf, Page } from '@mingchuang/content';

import { interviewState } from './cards.ts';
import { plainText, renderRichText, searchFacts, takeSurroundings } from './document.ts';
import { definePage, type Building } from './page.ts';

/** The page of an interview: its announcement before, what was said after. */
export function buildInterview(building: Building, entry: EntryOf<'interview'>): Page {
  const path = entry.data.path!;
  const { today } = building.catalogue;
  return definePage(building, {
    path,
    template: 'Interview',
    document: entry,
    make: (use) => {
      const { column, agency } = takeSurroundings(use, entry);
      const { data } = use.whole(entry);
      const state = use.fact('state', interviewState(today, data));
      const collecting = use.fact('collecting', state === 'announced' && data.collectsUntil !== undefined && today <= data.collectsUntil);
      const documents = use.linked('policy-document', data.documents);
      return {
        props: () => ({
          path,
          column,
          agency,
          interview: data,
          state,
          collecting,
          announcement: renderRichText(use, entry, data.announcement, 'a'),
          documents,
        }),
        search: () => ({
          url: path,
          kind: 'interaction',
          title: data.title,
          aliases: [],
          text: [data.summary, ...data.guests.map(({ name, position, note }) => [name, position, note].filter(Boolean).join(' ')), plainText(data.announcement), ...data.transcript.map(({ text }) => text)].join('\n'),
          ...searchFacts({ date: data.publishedOn, agency: agency?.title, summary: data.summary }),
        }),
      };
    },
  });
}
