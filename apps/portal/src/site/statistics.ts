import type { EntryOf, Page, Statistic } from '@mingchuang/content';

import { csvPath } from './budgets.ts';
import { plainText, renderIfFilled, renderRichText, searchFacts, takeSurroundings } from './document.ts';
import { definePage, type Building } from './page.ts';

/** The page of one release of statistics, and its figures as a file. */
export function buildStatistic(building: Building, entry: EntryOf<'statistic'>): Page[] {
  const path = entry.data.path!;
  const page = definePage(building, {
    path,
    template: 'Statistic',
    document: entry,
    make: (use) => {
      const { column, agency } = takeSurroundings(use, entry);
      const { data } = use.whole(entry);
      return {
        props: () => ({
          path,
          column,
          agency,
          statistic: data,
          body: renderIfFilled(use, entry, data.body),
          definitions: renderRichText(use, entry, data.definitions),
          csv: csvPath(path),
        }),
        search: () => ({
          url: path,
          kind: 'data',
          title: data.title,
          aliases: [],
          text: [
            data.summary,
            ...data.series.map(
              ({ name, unit, points }) =>
                `${name}（${unit}）：${points.map(({ period, value }) => `${period} ${value}`).join('，')}`,
            ),
            plainText(data.body ?? ''),
            plainText(data.definitions),
          ].join('\n'),
          ...searchFacts({ date: data.publishedOn, agency: agency?.title, summary: data.summary }),
        }),
      };
    },
  });
  const file = definePage(building, {
    path: csvPath(path),
    template: 'Csv',
    frame: 'none',
    make: (use) => {
      const { data } = use.whole(entry);
      return { props: () => ({ rows: tabulate(data) }) };
    },
  });
  return [page, file];
}

/** One row a figure: what programs read without having to know the table. */
function tabulate({ series }: Statistic) {
  return [
    ['指标', '单位', '时期', '数值', '同比增长（%）'],
    ...series.flatMap(({ name, unit, points }) =>
      points.map(({ period, value, change }) => [name, unit, period, value, change]),
    ),
  ];
}
