import { dateInWords, type EntryOf, type Page, type Project } from '@mingchuang/content';

import { searchOfColumn, takeHead } from './column-head.ts';
import type { ColumnNode } from './catalogue.ts';
import { amountText } from '../figures/amounts.ts';
import { t } from '../strings/index.ts';
import type { DocumentEntry } from './document-types.ts';
import { plainText, renderIfFilled, searchFacts, takeSurroundings } from './document.ts';
import { defineDocument, definePage, type Building } from './page.ts';

/** The page of one project: who builds what, for how much, and how far it has come. */
export const buildProject = defineDocument<'project', 'Project'>('Project', (use, entry, path) => {
  const { column, agency } = takeSurroundings(use, entry);
  const { data } = use.whole(entry);
  return {
    props: () => ({ path, column, agency, project: data, body: renderIfFilled(use, entry, data.body) }),
    search: () => ({
      url: path,
      kind: 'disclosure',
      title: data.title,
      aliases: data.code ? [data.code] : [],
      text: [data.summary, ...factsOf(data), plainText(data.body ?? '')].filter(Boolean).join('\n'),
      ...searchFacts({ date: data.publishedOn, agency: agency?.title, summary: data.summary }),
    }),
  };
});

/** What the page says of a project beside its text. */
const factsOf = ({ owner, place, endsOn, startsOn, investment, invested, fundSource, milestones }: Project): string[] => [
  ...[
    [t('project.owner'), owner],
    [t('project.place'), place],
    [t('project.investment'), investment !== undefined && [amountText(investment), fundSource].filter(Boolean).join('，')],
    [t('project.invested'), invested !== undefined && amountText(invested)],
    [t('project.time'), [startsOn && t('project.startsOn', { date: dateInWords(startsOn) }), endsOn && t('project.endsOn', { date: dateInWords(endsOn) })].filter(Boolean).join('，')],
  ].flatMap(([label, fact]) => (fact ? `${label}：${fact}` : [])),
  // One paragraph: what is asked of one is understood beside the others.
  milestones.map(({ name, day, note }) => [day ? `${name}：${dateInWords(day)}` : name, note?.replace(/。$/u, '')].filter(Boolean).join('，')).join('；'),
].filter(Boolean);

const isProject = (entry: DocumentEntry): entry is EntryOf<'project'> => entry.type === 'project';

/** The projects of a column, for its template to put under their stages. */
export function buildProjects(building: Building, node: ColumnNode): Page {
  const { path } = node;
  return definePage(building, {
    path,
    template: 'Projects',
    document: node.entry,
    make: (use) => {
      const { column, children, introduction } = takeHead(use, node);
      const cards = use.cards(node.documents.filter(isProject).reverse());
      return {
        props: () => ({ path, column, children, introduction: introduction(), cards }),
        search: searchOfColumn(node),
      };
    },
  });
}
