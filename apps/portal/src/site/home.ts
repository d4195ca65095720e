import { PATHS, type EntryOf, type Page } from '@mingchuang/content';

import { localPath } from '../strings/locale.ts';
import type { AnyCard } from '../templates/props.ts';
import type { Catalogue } from './catalogue.ts';
import { periodState, type CardType } from './cards.ts';
import { compareText } from './order.ts';
import { definePage, type Building, type PageInputs } from './page.ts';
import { hotWordsOf } from './search-words.ts';

const NEWS = 5;
const POLICIES = 3;
const INTERPRETATIONS = 3;
const LETTERS = 3;
const CALLS = 4;
const ACCOUNTS = ['budget', 'statistic', 'project', 'dataset'] as const;

/** The home page: what people come for first, then what is new. Holds the elderly home too; one HTML serves both modes. */
export function buildHome(building: Building): Page {
  const { catalogue } = building;
  const path = localPath(PATHS.home);
  return definePage(building, {
    path,
    template: 'Home',
    document: catalogue.site,
    make: (use) => {
      const { data } = use.whole(catalogue.site);
      const news = data.newsColumns.flatMap(({ documentId }) => takeNews(catalogue, use, documentId));
      const policies = takePolicies(catalogue, use);
      const policiesPath = use.fact('policies', pathOfKind(catalogue, 'policies'));
      const letters = takeLetters(catalogue, use);
      const calls = takeCalls(catalogue, use);
      const accounts = takeAccounts(catalogue, use);
      const hotQueries = use.fact('hot', hotWordsOf(catalogue).join('\n'));
      return {
        props: () => ({
          path,
          site: {
            question: data.question,
            hotQueries,
            tasks: data.tasks,
            identities: data.identities,
            lifeEvents: data.lifeEvents,
            elderTasks: data.elderTasks,
          },
          updated: newestTime(news.flatMap(({ cards }) => cards)),
          news,
          policies,
          policiesPath,
          letters,
          calls,
          accounts,
        }),
      };
    },
  });
}

const pathOfKind = ({ columns }: Catalogue, kind: string) =>
  columns.find(({ entry }) => entry.data.kind === kind)?.path;

function takeNews({ columns }: Catalogue, use: PageInputs, id: string) {
  const node = columns.find(({ entry }) => entry.documentId === id);
  if (!node) return [];
  const cards = use.cards(node.newest.slice(0, NEWS) as unknown as EntryOf<CardType>[]) as AnyCard[];
  return [{ title: use.fact('section', node.entry.data.title), path: use.fact('at', node.path), cards }];
}

/** The newest documents that have an interpretation: the two are always shown together. */
function takePolicies({ snapshot, columns }: Catalogue, use: PageInputs) {
  const interpreted: EntryOf<'policy-document'>[] = [];
  for (const { documents } of columns)
    for (const entry of documents)
      if (entry.type === 'policy-document' && published(entry).length > 0) interpreted.push(entry);
  interpreted.sort(
    (a, b) =>
      compareText(b.data.publishedOn ?? '', a.data.publishedOn ?? '') || compareText(a.documentId, b.documentId),
  );
  return interpreted.slice(0, POLICIES).map((entry) => ({
    policy: use.card(entry),
    interpretations: use.linked('interpretation', published(entry).slice(0, INTERPRETATIONS)),
  }));

  function published({ data }: EntryOf<'policy-document'>) {
    return data.interpretations.filter(({ documentId }) => snapshot.find('interpretation', documentId)?.data.path);
  }
}

function takeLetters(catalogue: Catalogue, use: PageInputs) {
  const path = use.fact('letters', pathOfKind(catalogue, 'letters'));
  if (!path) return undefined;
  const cards = use.cards(catalogue.letters.slice(0, LETTERS));
  const [latest] = catalogue.figures;
  return { path, cards, figures: latest && use.whole(latest).data };
}

/** What people are asked about today; what closes first stands first. */
function takeCalls({ ofType, today }: Catalogue, use: PageInputs) {
  const open = [...ofType('consultation'), ...ofType('survey')].filter(({ data }) => periodState(today, data.opensOn, data.closesOn) === 'open');
  open.sort((a, b) => compareText(a.data.closesOn, b.data.closesOn) || compareText(a.documentId, b.documentId));
  return use.cards<'consultation' | 'survey'>(open.slice(0, CALLS));
}

/** Where a government shows its books: the newest budget, statistics, project and dataset, with the way to all of them. */
function takeAccounts(catalogue: Catalogue, use: PageInputs) {
  const newest = <T extends (typeof ACCOUNTS)[number]>(type: T) => catalogue.ofType(type).at(-1);
  return ACCOUNTS.flatMap((type) => {
    const entry = newest(type);
    const node = entry && catalogue.column(entry.data.column.documentId);
    if (!entry || !node) return [];
    const { title, summary } = use.card<(typeof ACCOUNTS)[number]>(entry);
    const section = use.fact('section', { title: node.entry.data.title, path: node.path });
    return [{ label: section.title, promise: summary ?? title, url: section.path }];
  });
}

function newestTime(cards: readonly AnyCard[]): string | undefined {
  const times = cards
    .map((card) => ('time' in card ? card.time : 'publishedOn' in card ? card.publishedOn : undefined))
    .filter((time) => time !== undefined);
  return times.sort().at(-1);
}
