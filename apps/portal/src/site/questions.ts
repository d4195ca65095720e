import { plainText, renderRichText, searchFacts, takeSurroundings } from './document.ts';
import { defineDocument } from './page.ts';
import { lines } from './text-lines.ts';

/** The page of one question with its answer. */
export const buildQuestion = defineDocument<'faq', 'Question'>('Question', (use, entry, path) => {
  const { column, agency } = takeSurroundings(use, entry);
  const { data } = use.whole(entry);
  const [service] = use.linked('service-item', data.service ? [data.service] : []);
  const policies = use.linked('policy-document', data.policies);
  return {
    props: () => ({
      path,
      column,
      agency,
      faq: data,
      answer: renderRichText(use, entry, data.answer),
      service,
      policies,
    }),
    search: () => ({
      url: path,
      kind: 'faq',
      title: data.title,
      aliases: lines(data.otherWays),
      text: plainText(data.answer),
      card: { kind: 'question', names: lines(data.otherWays?.replaceAll('、', '\n')), answer: plainText(data.answer), ...(data.reviewedOn && { checked: data.reviewedOn }) },
      ...searchFacts({ date: data.publishedOn, agency: agency?.title }),
    }),
  };
});
