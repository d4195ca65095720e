import { isOver, type EntryOf, type Page } from '@mingchuang/content';

import { plainText, renderRichText, searchFacts, takeSurroundings } from './document.ts';
import { defineDocument, type Building } from './page.ts';

type Entry = EntryOf<'public-notice'>;

/** The page of a notice; from its day to go off line on, only that its period is over (standards: 公示期满撤下). */
export function buildPublicNotice(building: Building, entry: Entry): Page {
  return isOver(entry, building.catalogue.today) ? buildOver(building, entry) : buildShown(building, entry);
}

const buildShown = defineDocument<'public-notice', 'PublicNotice'>('PublicNotice', (use, entry, path) => {
  const { column, agency } = takeSurroundings(use, entry);
  const { data } = use.whole(entry);
  const { state, daysLeft } = use.card(entry);
  return {
    props: () => ({
      path,
      column,
      agency,
      notice: data,
      body: renderRichText(use, entry, data.body),
      state,
      daysLeft,
    }),
    search: () => ({
      url: path,
      kind: 'disclosure',
      title: data.title,
      aliases: data.documentNumber ? [data.documentNumber] : [],
      // Nobody is to be found by name: the list stays out of the index.
      text: [data.summary, plainText(data.body)].filter(Boolean).join('\n'),
      ...searchFacts({ date: data.publishedOn, agency: agency?.title, summary: data.summary }),
    }),
  };
});

/** Says only what kind of notice it was and when: its title may name a person. */
const buildOver = defineDocument<'public-notice', 'NoticeOver'>('NoticeOver', (use, entry, path) => {
  const { column, agency } = takeSurroundings(use, entry);
  const { kind, startsOn, endsOn } = entry.data;
  const notice = use.fact('over', { kind, startsOn, endsOn });
  return { props: () => ({ path, column, agency, notice }) };
});
