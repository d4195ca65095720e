import { REGISTRY, type EntryOf } from '@mingchuang/content';

import { t } from '../strings/index.ts';
import type { Catalogue } from './catalogue.ts';
import type { Facet, FacetValue } from './facets.ts';

type Service = EntryOf<'service-item'>;
const { lifeEvent: EVENTS, audiences: AUDIENCES, targets: TARGETS, theme: THEMES } = REGISTRY['service-item'].options;

const valueOf = (labels: Record<string, string>, key: string | undefined): FacetValue[] =>
  key === undefined ? [] : [{ key, label: labels[key] ?? key }];

/** The ways to a service: what happened in life, who one is, what it is about, who does it. */
export function serviceFacets({ agencies }: Catalogue): Facet<Service>[] {
  const byId = new Map(agencies.map(({ documentId, data }) => [documentId, { key: data.code, label: data.shortName ?? data.title }]));
  return [
    {
      name: 'event',
      title: t('services.events'),
      order: Object.keys(EVENTS),
      valuesOf: ({ data }) => valueOf(EVENTS, data.lifeEvent),
    },
    {
      name: 'theme',
      title: t('services.themes'),
      order: Object.keys(THEMES),
      valuesOf: ({ data }) => valueOf(THEMES, data.theme ?? 'other'),
    },
    {
      name: 'audience',
      title: t('services.audiences'),
      order: Object.keys(AUDIENCES),
      valuesOf: ({ data }) => data.audiences.flatMap((key) => valueOf(AUDIENCES, key)),
    },
    {
      name: 'target',
      title: t('services.targets'),
      order: Object.keys(TARGETS),
      valuesOf: ({ data }) => data.targets.flatMap((key) => valueOf(TARGETS, key)),
    },
    {
      name: 'agency',
      title: t('services.agencies'),
      valuesOf: ({ data }) => [byId.get(data.agency.documentId)].filter((value) => value !== undefined),
    },
  ];
}
