import type { EntryOf, OpinionFormFacts, Page } from '@mingchuang/content';

import { daysLeft, periodState } from './cards.ts';
import { plainText, renderIfFilled, renderRichText, searchFacts, takeSurroundings } from './document.ts';
import { definePage, type Building, type PageInputs } from './page.ts';
import { buildFormFile } from './taking-part.ts';

/** The page of a consultation, and what the gateway has to know of its form. */
export function buildConsultation(building: Building, entry: EntryOf<'consultation'>): Page[] {
  const path = entry.data.path!;
  const { today, snapshot } = building.catalogue;
  const form = formOf(building, entry);
  const page = definePage(building, {
    path,
    template: 'Consultation',
    document: entry,
    make: (use) => {
      const { column, agency } = takeSurroundings(use, entry);
      const { data } = use.whole(entry);
      const state = use.fact('state', periodState(today, data.opensOn, data.closesOn));
      const left = use.fact('left', daysLeft(today, data));
      const documents = use.linked('policy-document', data.documents);
      const figures = takeFigures(use, snapshot.find('opinion-figures', entry.documentId));
      const open = state === 'open' ? use.fact('form', form) : undefined;
      return {
        props: () => ({
          path,
          column,
          agency,
          consultation: data,
          state,
          daysLeft: left,
          draft: renderRichText(use, entry, data.draft, 'd'),
          explanation: renderRichText(use, entry, data.explanation, 'e'),
          report: renderIfFilled(use, entry, data.report, 'r'),
          documents,
          figures,
          form: open,
        }),
        search: () => ({
          url: path,
          kind: 'interaction',
          title: data.title,
          aliases: [],
          text: [data.summary, plainText(data.explanation), plainText(data.draft), plainText(data.report ?? ''), data.postal].filter(Boolean).join('\n'),
          ...searchFacts({ date: data.publishedOn, agency: agency?.title, summary: data.summary }),
        }),
      };
    },
  });
  return form ? [page, buildFormFile(building, form)] : [page];
}

const takeFigures = (use: PageInputs, entry: EntryOf<'opinion-figures'> | undefined) => entry && use.whole(entry).data;

function formOf({ catalogue }: Building, { documentId, data }: EntryOf<'consultation'>): OpinionFormFacts | undefined {
  if (data.acceptsOnline === false) return undefined;
  const agency = catalogue.snapshot.find('agency', data.agency.documentId);
  const { title, path, opensOn, closesOn } = data;
  return { kind: 'opinion', id: documentId, title, path: path!, ...(agency && { agencyName: agency.data.title }), opensOn, closesOn };
}
