import { FORM_FILE, type EntryOf, type Page, type PublishedForm } from '@mingchuang/content';

import type { Pager, Years } from '../templates/props.ts';
import { STANDINGS, type Standing, type TakingPartCard } from '../templates/props/taking-part.ts';
import { interviewState, periodState } from './cards.ts';
import type { ColumnNode } from './catalogue.ts';
import { searchOfColumn, takeHead } from './column-head.ts';
import { feedPath } from './feeds.ts';
import { definePage, type Building, type PageInputs } from './page.ts';
import { PAGE_SIZE } from './paging.ts';

type TakingPart = EntryOf<'consultation'> | EntryOf<'survey'> | EntryOf<'interview'>;
const TYPES: readonly string[] = ['consultation', 'survey', 'interview'];

/** Groups of which only the newest are shown on the front page: there are more of them every year. */
const OVER: readonly Standing[] = ['reported', 'closed', 'recorded'];

/** Where something one can take part in stands on a day. */
export function standingOf(entry: TakingPart, today: string): Standing {
  if (entry.type === 'interview') return interviewState(today, entry.data);
  const state = periodState(today, entry.data.opensOn, entry.data.closesOn);
  if (entry.type === 'survey' || state !== 'closed') return state;
  return entry.data.report === undefined ? 'waiting' : 'reported';
}

type Archive = { total: number; years: Years[]; pager: Pager | undefined };

/** The front page of a column of consultations, surveys or interviews: grouped by where they stand today. */
export function buildTakingPartFront(building: Building, node: ColumnNode, takeArchive: (use: PageInputs) => Archive): Page {
  const { path, documents } = node;
  const { today } = building.catalogue;
  return definePage(building, {
    path,
    template: 'TakingPart',
    document: node.entry,
    make: (use) => {
      const { column, children, introduction } = takeHead(use, node);
      const found = documents.filter(({ type }) => TYPES.includes(type)) as unknown as TakingPart[];
      const groups = STANDINGS.map((standing) => {
        const here = found.filter((entry) => standingOf(entry, today) === standing);
        return { standing, cards: use.cards(inOrder(here, standing)) as TakingPartCard[] };
      }).filter(({ cards }) => cards.length > 0);
      const shown = use.fact('standings', groups.map(({ standing }) => standing));
      const archive = takeArchive(use);
      return {
        props: () => ({
          path,
          column,
          introduction: introduction(),
          children,
          groups: groups.map(({ cards }, index) => ({ standing: shown[index]!, cards })),
          ...archive,
          rss: feedPath(path),
        }),
        search: searchOfColumn(node),
      };
    },
  });
}

/** What ends first comes first while it is open, what begins first before that, and the newest afterwards. */
function inOrder(entries: readonly TakingPart[], standing: Standing): TakingPart[] {
  const newest = [...entries].reverse();
  if (OVER.includes(standing)) return newest.slice(0, PAGE_SIZE);
  const dayOf = (entry: TakingPart) => {
    if (entry.type === 'interview') return entry.data.startsAt;
    return standing === 'open' ? entry.data.closesOn : entry.data.opensOn;
  };
  return newest.sort((a, b) => (dayOf(a) < dayOf(b) ? -1 : dayOf(a) > dayOf(b) ? 1 : 0));
}

/** What the gateway has to know of the form of a page, released beside it. */
export function buildFormFile(building: Building, form: PublishedForm): Page {
  return definePage(building, {
    path: form.path + FORM_FILE,
    template: 'Json',
    frame: 'none',
    make: (use) => {
      const value = use.fact('form', form);
      return { props: () => ({ value }) };
    },
  });
}
