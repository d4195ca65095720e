import { formQuestions, type EntryOf, type Page, type SurveyFormFacts } from '@mingchuang/content';

import { daysLeft, periodState } from './cards.ts';
import { plainText, renderIfFilled, renderRichText, searchFacts, takeSurroundings } from './document.ts';
import { definePage, type Building } from './page.ts';
import { buildFormFile } from './taking-part.ts';

/** The page of a survey with its questions or its results, and what the gateway has to know of its form. */
export function buildSurvey(building: Building, entry: EntryOf<'survey'>): Page[] {
  const path = entry.data.path!;
  const { today, snapshot } = building.catalogue;
  const form = formOf(building, entry);
  const page = definePage(building, {
    path,
    template: 'Survey',
    document: entry,
    make: (use) => {
      const { column, agency } = takeSurroundings(use, entry);
      const { data } = use.whole(entry);
      const state = use.fact('state', periodState(today, data.opensOn, data.closesOn));
      const left = use.fact('left', daysLeft(today, data));
      // Taken only when they are shown: answers to a survey with closed results do not redraw its page.
      const shown = state === 'closed' || (state === 'open' && data.resultsShown === 'always');
      const found = shown ? snapshot.find('survey-results', entry.documentId) : undefined;
      const results = found && use.whole(found).data;
      const questions = use.fact('form', form);
      return {
        props: () => ({
          path,
          column,
          agency,
          survey: data,
          state,
          daysLeft: left,
          introduction: renderRichText(use, entry, data.introduction, 'i'),
          conclusion: renderIfFilled(use, entry, data.conclusion, 'r'),
          form: questions,
          results,
        }),
        search: () => ({
          url: path,
          kind: 'interaction',
          title: data.title,
          aliases: [],
          text: [data.summary, plainText(data.introduction), ...data.questions.map(({ title }) => title), plainText(data.conclusion ?? '')]
            .filter(Boolean)
            .join('\n'),
          ...searchFacts({ date: data.publishedOn, agency: agency?.title, summary: data.summary }),
        }),
      };
    },
  });
  return [page, buildFormFile(building, form)];
}

function formOf({ catalogue }: Building, { documentId, data }: EntryOf<'survey'>): SurveyFormFacts {
  const agency = catalogue.snapshot.find('agency', data.agency.documentId);
  const { title, path, opensOn, closesOn, questions } = data;
  return {
    kind: 'survey-answer',
    id: documentId,
    title,
    path: path!,
    ...(agency && { agencyName: agency.data.title }),
    opensOn,
    closesOn,
    questions: formQuestions(questions),
  };
}
