import type { PolicyDocument } from '@mingchuang/content';

import { validityOn } from './cards.ts';
import { renderRichText, searchFacts, takeSurroundings } from './document.ts';
import { defineDocument, type PageInputs } from './page.ts';
import { searchTextOfBody } from './search-text.ts';

/** The page of a policy document, bound to its interpretations, services and the documents it changes. */
export const buildPolicy = defineDocument<'policy-document', 'PolicyDocument'>('PolicyDocument', (use, entry, path) => {
  const { column, agency } = takeSurroundings(use, entry);
  const { data } = use.whole(entry);
  const bound = takeBound(use, data);
  const validity = use.fact('validity', validityOn(use.today(), data));
  return {
    props: () => ({
      path,
      column,
      agency,
      policy: data,
      validity,
      body: renderRichText(use, entry, data.body),
      ...bound,
    }),
    search: () => ({
      url: path,
      kind: 'policy',
      title: data.title,
      aliases: data.documentNumber ? [data.documentNumber] : [],
      ...searchTextOfBody(data.body, data.summary),
      ...searchFacts({
        date: data.publishedOn,
        agency: agency?.title ?? data.issuer,
        validity,
        summary: [data.documentNumber, data.issuer].filter(Boolean).join('　'),
      }),
    }),
  };
});

function takeBound(use: PageInputs, data: PolicyDocument) {
  return {
    interpretations: use.linked('interpretation', data.interpretations),
    services: use.linked('service-item', data.services),
    questions: use.linked('faq', data.questions),
    consultations: use.linked('consultation', data.consultations),
    amends: use.linked('policy-document', data.amends),
    amendedBy: use.linked('policy-document', data.amendedBy),
    repeals: use.linked('policy-document', data.repeals),
    repealedBy: use.linked('policy-document', data.repealedBy),
  };
}
