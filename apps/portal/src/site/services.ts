import type { EntryOf, Page } from '@mingchuang/content';

import type { Catalogue } from './catalogue.ts';
import { byPublication } from './order.ts';
import { renderIfFilled, renderRichText, searchFacts, takeSurroundings } from './document.ts';
import { membershipsOf } from './journeys.ts';
import { definePage, type Building } from './page.ts';
import { powersOf } from './power-items.ts';
import { searchOfService } from './service-search.ts';
import { lines } from './text-lines.ts';

/** The guide of one service. */
export function buildService(building: Building, entry: EntryOf<'service-item'>): Page {
  const path = entry.data.path!;
  return definePage(building, {
    path,
    template: 'ServiceGuide',
    document: entry,
    make: (use) => {
      const { column, agency } = takeSurroundings(use, entry);
      const { data } = use.whole(entry);
      const policies = use.linked('policy-document', data.policies);
      const related = use.linked('service-item', data.related);
      const questions = use.cards(questionsAbout(building.catalogue, entry.documentId));
      const powers = use.cards(powersOf(building.catalogue, entry.documentId));
      const journeys = use.fact('journeys', membershipsOf(building.catalogue, entry.documentId));
      return {
        props: () => ({
          path,
          column,
          agency,
          item: data,
          basis: renderRichText(use, entry, data.basis),
          conditions: renderRichText(use, entry, data.conditions),
          exclusions: renderIfFilled(use, entry, data.exclusions),
          policies,
          related,
          questions,
          powers,
          journeys,
        }),
        search: () => ({
          url: path,
          kind: 'service',
          title: data.plainName ?? data.title,
          aliases: [...(data.plainName ? [data.title] : []), ...lines(data.aliases)],
          ...searchOfService(data),
          ...searchFacts({ date: data.publishedOn, agency: agency?.title, summary: data.summary }),
        }),
      };
    },
  });
}

const asked = new WeakMap<Catalogue, Map<string, EntryOf<'faq'>[]>>();

function questionsAbout(catalogue: Catalogue, serviceId: string): EntryOf<'faq'>[] {
  let byService = asked.get(catalogue);
  if (!byService) {
    asked.set(catalogue, (byService = new Map()));
    for (const faq of [...catalogue.snapshot.all('faq')].sort(byPublication)) {
      const id = faq.data.service?.documentId;
      if (id && faq.data.path) byService.set(id, [...(byService.get(id) ?? []), faq]);
    }
  }
  return byService.get(serviceId) ?? [];
}
