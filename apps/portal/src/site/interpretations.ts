import type { EntryOf, Page, PolicyDocument } from '@mingchuang/content';

import type { Catalogue } from './catalogue.ts';
import { plainText, renderRichText, searchFacts, takeSurroundings } from './document.ts';
import { definePage, type Building } from './page.ts';

/** The page of an interpretation, bound to its documents. */
export function buildInterpretation(building: Building, entry: EntryOf<'interpretation'>): Page {
  const path = entry.data.path!;
  return definePage(building, {
    path,
    template: 'Interpretation',
    document: entry,
    make: (use) => {
      const { column, agency } = takeSurroundings(use, entry);
      const { data } = use.whole(entry);
      const documents = use.linked('policy-document', data.documents);
      const others = use.linked('interpretation', othersOf(building.catalogue, entry));
      const services = use.linked('service-item', boundTo(building.catalogue, entry, 'services'));
      const questions = use.linked('faq', boundTo(building.catalogue, entry, 'questions'));
      return {
        props: () => ({
          path,
          column,
          agency,
          interpretation: data,
          body: renderRichText(use, entry, data.body),
          documents,
          others,
          services,
          questions,
        }),
        search: () => ({
          url: path,
          kind: 'interpretation',
          title: data.title,
          aliases: [],
          text: plainText(data.body),
          ...searchFacts({ date: data.publishedOn, agency: agency?.title, summary: data.summary, validity: pastValidity(documents) }),
        }),
      };
    },
  });
}

/** What explains only documents that no longer apply is over as they are. */
const pastValidity = (documents: readonly { validity: PolicyDocument['validity'] }[]) =>
  documents.some(({ validity }) => validity !== 'expired' && validity !== 'repealed') ? undefined : documents[0]?.validity;

/** What is bound to the documents an interpretation explains, once each. */
function boundTo(
  { snapshot }: Catalogue,
  entry: EntryOf<'interpretation'>,
  field: 'interpretations' | 'services' | 'questions',
): { documentId: string }[] {
  const found = new Map<string, { documentId: string }>();
  for (const { documentId } of entry.data.documents)
    for (const bound of snapshot.find('policy-document', documentId)?.data[field] ?? []) found.set(bound.documentId, bound);
  return [...found.values()];
}

/** Interpretations of the same documents. */
const othersOf = (catalogue: Catalogue, entry: EntryOf<'interpretation'>) =>
  boundTo(catalogue, entry, 'interpretations').filter(({ documentId }) => documentId !== entry.documentId);
