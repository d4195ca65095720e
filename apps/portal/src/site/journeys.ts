import type { EntryOf, Journey, Page } from '@mingchuang/content';

import type { Membership, StepLink } from '../templates/props/journeys.ts';
import { documentsBelow, type Catalogue, type ColumnNode } from './catalogue.ts';
import { searchOfColumn, takeHead } from './column-head.ts';
import { plainText, renderIfFilled, renderRichText, searchFacts, takeSurroundings } from './document.ts';
import { definePage, type Building, type PageInputs } from './page.ts';
import { entriesIn } from './scan-entry.ts';
import { searchTextOfParts } from './search-text.ts';

/** The anchor of a step, counted from 0 over all steps. */
export const stepId = (index: number) => `step-${index + 1}`;

/** The number people see: 和 and 或 belong to the step before them. */
export function stepNumbers(steps: Journey['steps']): number[] {
  let number = 0;
  return steps.map(({ joint }, index) => (joint === 'then' || index === 0 ? ++number : number));
}

/** The page of a journey: its steps, each with the services its text links to. */
export function buildJourney(building: Building, entry: EntryOf<'journey'>): Page {
  const path = entry.data.path!;
  return definePage(building, {
    path,
    template: 'Journey',
    document: entry,
    make: (use) => {
      const { column, agency } = takeSurroundings(use, entry);
      const { data } = use.whole(entry);
      const services = data.steps.map(({ detail }) => use.linked('service-item', entriesIn(detail, 'service-item')));
      const others = takeOthers(use, data, services.flat());
      const related = use.linked('journey', data.related);
      const numbers = stepNumbers(data.steps);
      return {
        props: () => ({
          path,
          column,
          agency,
          journey: data,
          shortcut: renderIfFilled(use, entry, data.shortcut),
          takeAlong: renderIfFilled(use, entry, data.takeAlong),
          steps: data.steps.map((step, index) => ({
            id: stepId(index),
            number: numbers[index]!,
            body: renderRichText(use, entry, step.detail),
            services: services[index]!,
          })),
          others,
          related,
        }),
        search: () => ({
          url: path,
          kind: 'service' as const,
          title: data.title,
          aliases: [...(data.officialTitle ? [data.officialTitle] : []), ...(data.aliases ?? '').split(/[、\n]/).filter(Boolean)],
          ...searchTextOfParts([
            { lines: [data.summary, plainText(data.shortcut ?? '')] },
            ...data.steps.map(({ title, detail, cost, duration, place }, index) => ({
              id: stepId(index),
              title,
              lines: [title, plainText(detail), [place, duration, cost].filter(Boolean).join('，')],
            })),
            { lines: [plainText(data.takeAlong ?? ''), ...data.questions.flatMap(({ question, answer }) => [question, answer])] },
          ]),
          ...searchFacts({ date: data.publishedOn, agency: agency?.title, summary: data.summary }),
        }),
      };
    },
  });
}

/** Services that belong to a journey without being named in a step. */
function takeOthers(use: PageInputs, data: Journey, named: readonly { id: string }[]) {
  const known = new Set(named.map(({ id }) => id));
  return use.linked('service-item', data.services.filter(({ documentId }) => !known.has(documentId)));
}

/** The journeys of a column. */
export function buildJourneys(building: Building, node: ColumnNode): Page {
  const { path } = node;
  return definePage(building, {
    path,
    template: 'Journeys',
    document: node.entry,
    make: (use) => {
      const { column, children, introduction } = takeHead(use, node);
      const cards = use.cards(documentsBelow(node, 'journey').reverse());
      return { props: () => ({ path, column, children, introduction: introduction(), cards }), search: searchOfColumn(node) };
    },
  });
}

const kept = new WeakMap<Catalogue, Map<string, Membership[]>>();

/** The journeys a service is part of, and what comes before and after it there. The order is the journey's alone. */
export function membershipsOf(catalogue: Catalogue, serviceId: string): Membership[] {
  let found = kept.get(catalogue);
  if (!found) {
    kept.set(catalogue, (found = new Map()));
    for (const { data } of catalogue.ofType('journey'))
      for (const [id, membership] of membersOf(data)) found.set(id, [...(found.get(id) ?? []), membership]);
  }
  return found.get(serviceId) ?? [];
}

function membersOf(data: Journey): Map<string, Membership> {
  const { title, steps } = data;
  const path = data.path!;
  const numbers = stepNumbers(steps);
  const found = new Map<string, Membership>();
  const linkTo = (index: number): StepLink | undefined =>
    steps[index] && { title: steps[index].title, path: `${path}#${stepId(index)}` };
  steps.forEach((step, index) => {
    for (const { documentId } of entriesIn(step.detail, 'service-item'))
      if (!found.has(documentId))
        found.set(documentId, { title, path, number: numbers[index], step: step.title, previous: linkTo(index - 1), next: linkTo(index + 1) });
  });
  for (const { documentId } of data.services)
    if (!found.has(documentId))
      found.set(documentId, { title, path, number: undefined, step: undefined, previous: undefined, next: undefined });
  return found;
}
