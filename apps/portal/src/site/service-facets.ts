import type { EntryOf } from '@mingchuang/content';

import { t } from '../strings/index.ts';
import { optionLabels } from '../templates/labels.ts';
import type { Catalogue } from './catalogue.ts';
import type { Facet, FacetValue } from './facets.ts';

type Service = EntryOf<'service-item'>;

type Labels = ReturnType<typeof optionLabels>;
const valueOf = (labels: Labels, key: string | undefined): FacetValue[] =>
  key === undefined ? [] : [{ key, label: labels[key] ?? key }];

/** The ways to a service: what happened in life, who one is, what it is about, who does it. */
export function serviceFacets({ agencies }: Catalogue): Facet<Service>[] {
  const [events, themes, audiences, targets] = (['lifeEvent', 'theme', 'audiences', 'targets'] as const).map((field) => optionLabels('service-item', field)) as [Labels, Labels, Labels, Labels];
  const byId = new Map(agencies.map(({ documentId, data }) => [documentId, { key: data.code, label: data.shortName ?? data.title }]));
  return [
    {
      name: 'event',
      title: t('services.events'),
      order: Object.keys(events),
      valuesOf: ({ data }) => valueOf(events, data.lifeEvent),
    },
    {
      name: 'theme',
      title: t('services.themes'),
      order: Object.keys(themes),
      valuesOf: ({ data }) => valueOf(themes, data.theme ?? 'other'),
    },
    {
      name: 'audience',
      title: t('services.audiences'),
      order: Object.keys(audiences),
      valuesOf: ({ data }) => data.audiences.flatMap((key) => valueOf(audiences, key)),
    },
    {
      name: 'target',
      title: t('services.targets'),
      order: Object.keys(targets),
      valuesOf: ({ data }) => data.targets.flatMap((key) => valueOf(targets, key)),
    },
    {
      name: 'agency',
      title: t('services.agencies'),
      valuesOf: ({ data }) => [byId.get(data.agency.documentId)].filter((value) => value !== undefined),
    },
  ];
}
