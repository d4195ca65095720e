import { REGISTRY, type EntryOf } from '@mingchuang/content';

import { t } from '../strings/index.ts';
import { validityOn } from './cards.ts';
import type { Catalogue } from './catalogue.ts';
import { freeKey, YEARS, type Facet, type FacetValue } from './facets.ts';
import { POLICY_TOPICS } from './policy-topics.ts';

type Policy = EntryOf<'policy-document'>;
const { genre: GENRES, validity: VALIDITY } = REGISTRY['policy-document'].options;
const TOPIC_KEYS = new Map(POLICY_TOPICS.map(([key, label]) => [label, key]));

/** The ways through the library of policies: 主题分类、有效性、体裁、发文机关、年份. */
export function policyFacets({ today, agencies }: Catalogue): Facet<Policy>[] {
  const codes = new Map(agencies.map(({ data }) => [data.title, data.code]));
  return [
    {
      name: 'topic',
      title: t('policy.topic'),
      order: POLICY_TOPICS.map(([key]) => key),
      valuesOf: ({ data }) => topicOf(data.topic),
    },
    {
      name: 'validity',
      title: t('policy.validity'),
      order: Object.keys(VALIDITY),
      valuesOf: ({ data }) => {
        const key = validityOn(today, data);
        return [{ key, label: VALIDITY[key] }];
      },
    },
    {
      name: 'genre',
      title: t('policy.genre'),
      order: Object.keys(GENRES),
      valuesOf: ({ data }) => (data.genre ? [{ key: data.genre, label: GENRES[data.genre] }] : []),
    },
    {
      name: 'issuer',
      title: t('policy.issuer'),
      valuesOf: ({ data }) => issuersOf(data.issuer).map((label) => ({ key: codes.get(label) ?? freeKey(label), label })),
    },
    {
      name: 'year',
      title: t('column.years'),
      order: YEARS,
      valuesOf: ({ data }) => {
        const year = data.publishedOn?.slice(0, 4);
        return year ? [{ key: year, label: t('column.yearOf', { year }) }] : [];
      },
    },
  ];
}

/** The first level of a topic such as `城乡建设、环境保护\住房`. */
function topicOf(topic: string | undefined): FacetValue[] {
  const label = topic?.split(/[\\/＼>]/)[0]?.trim();
  return label ? [{ key: TOPIC_KEYS.get(label) ?? freeKey(label), label }] : [];
}

/** Bodies that issued a document together are written one after another, parted by spaces or 、. */
const issuersOf = (issuer: string | undefined) => [...new Set((issuer ?? '').split(/[\s　、]+/).filter(Boolean))];
