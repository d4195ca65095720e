import { PATHS, type EntryOf, type Page } from '@mingchuang/content';
import { readPinyin } from '@mingchuang/a11y/pinyin';
import { writeReadings, type SuggestionItem, type SuggestionList, type SuggestWords } from '@mingchuang/search/suggest/list';

import { t } from '../strings/index.ts';
import { localPath } from '../strings/locale.ts';
import { searchKinds } from '../templates/labels.ts';
import { agencyPath } from './agencies.ts';
import type { Catalogue } from './catalogue.ts';
import { byPublication } from './order.ts';
import { mergeSorted } from './merge-sorted.ts';
import { definePage, type Building } from './page.ts';
import { hotWordsOf } from './search-words.ts';
import { lines } from './text-lines.ts';

/** Characters of names in the list: about 10 kB over the wire, however large the city. */
const ROOM = 7000;
/** Part of the room that services may take before questions get theirs. */
const FOR_SERVICES = 0.6;
/** Other names of one service or question that are worth their bytes. */
const OTHERS = 5;

/** The list of what search boxes suggest: services and questions first, then where to look, then what others search. */
export function buildSuggestions(building: Building): Page {
  const { catalogue } = building;
  return definePage(building, {
    path: localPath(PATHS.suggestions),
    template: 'Json',
    frame: 'none',
    make: (use) => {
      const items = use.fact('items', itemsOf(catalogue));
      return { props: () => ({ value: listOf(items) }) };
    },
  });
}

type Items = Record<'service' | 'faq' | 'column' | 'agency' | 'hot', SuggestionItem[]>;

function itemsOf(catalogue: Catalogue): Items {
  const column = catalogue.columns.map(({ entry, path }): SuggestionItem => [entry.data.title, path]);
  const agency = catalogue.agencies.map((entry): SuggestionItem => [entry.data.title, agencyPath(entry), ...(entry.data.shortName ? [entry.data.shortName] : [])]);
  const hot = hotWordsOf(catalogue).map((query): SuggestionItem => [query, '']);
  const left = ROOM - lengthOf([...column, ...agency, ...hot]);
  const service = fill(servicesOf(catalogue), left * FOR_SERVICES);
  const faq = fill(questionsOf(catalogue), left - lengthOf(service));
  return { service, faq, column, agency, hot };
}

/** Services and journeys: those the home page leads to, then the newest. */
function servicesOf({ ofType, site }: Catalogue): SuggestionItem[] {
  const { tasks, lifeEvents, elderTasks } = site.data;
  const first = new Set([...tasks, ...lifeEvents, ...elderTasks].map(({ url }) => url));
  const oldestFirst = mergeSorted<EntryOf<'journey'> | EntryOf<'service-item'>>(ofType('service-item'), ofType('journey'), byPublication as never);
  const all = [...oldestFirst].reverse().map((entry): SuggestionItem => {
    if (entry.type === 'journey') return nameOf(entry.data.title, entry.data.path!, entry.data.aliases);
    const { title, plainName, path, aliases } = entry.data;
    return nameOf(plainName ?? title, path!, aliases, plainName ? title : undefined);
  });
  return [...all.filter(([, url]) => first.has(url)), ...all.filter(([, url]) => !first.has(url))];
}

const questionsOf = ({ ofType }: Catalogue): SuggestionItem[] => [...ofType('faq')].reverse().map(({ data }) => nameOf(data.title, data.path!, data.otherWays));

/** A name that holds another says it already. */
function nameOf(name: string, url: string, others: string | undefined, official?: string): SuggestionItem {
  const known = lines((others ?? '').replaceAll('、', '\n')).slice(0, OTHERS);
  const further = [...known, ...(official ? [official] : [])].filter((other) => !name.includes(other));
  return [name, url, ...further];
}

/** As many items from the front as there is room for. */
function fill(items: readonly SuggestionItem[], room: number): SuggestionItem[] {
  let length = 0;
  return items.filter((item) => (length += lengthOf([item])) <= room);
}

const lengthOf = (items: readonly SuggestionItem[]): number => items.reduce((sum, [name, , ...others]) => sum + [name, ...others].join('').length, 0);

function listOf({ service, faq, column, agency, hot }: Items): SuggestionList {
  const labels = searchKinds();
  const kinds = [
    { label: labels.service!, items: service },
    { label: labels.faq!, items: faq },
    { label: labels.column!, items: column },
    { label: labels.agency!, items: agency },
    { label: t('search.hot'), items: hot },
  ];
  const names = kinds.flatMap(({ items }) => items.flatMap(([name, , ...others]) => [name, ...others]));
  return { search: localPath(PATHS.search), kinds, readings: writeReadings(names, readPinyin), words: wordsOf() };
}

const wordsOf = (): SuggestWords => ({
  label: t('suggest.label'),
  count: t('suggest.count'),
  also: t('suggest.also'),
  voice: {
    notice: t('voice.notice'),
    begin: t('voice.begin'),
    stop: t('voice.stop'),
    listening: t('voice.listening'),
    errors: {
      'not-allowed': t('voice.notAllowed'),
      'service-not-allowed': t('voice.notAllowed'),
      'audio-capture': t('voice.noMicrophone'),
      'no-speech': t('voice.noSpeech'),
      network: t('voice.network'),
      failed: t('voice.failed'),
    },
  },
});
