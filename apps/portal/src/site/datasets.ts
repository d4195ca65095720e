import type { EntryOf, Page } from '@mingchuang/content';

import { describeCatalogue, describeDataset } from '../datasets/dcat.ts';
import type { ColumnNode } from './catalogue.ts';
import type { DocumentEntry } from './document-types.ts';
import { searchOfColumn, takeHead } from './column-head.ts';
import { plainText, renderIfFilled, searchFacts, takeSurroundings } from './document.ts';
import { definePage, type Building } from './page.ts';

type Entry = EntryOf<'dataset'>;

/** Address of the machine-readable description beside a page. */
const descriptionPath = (path: string) => `${path}dcat.jsonld`;

/** The page of one dataset and its description for machines. */
export function buildDataset(building: Building, entry: Entry): Page[] {
  const path = entry.data.path!;
  const page = definePage(building, {
    path,
    template: 'Dataset',
    document: entry,
    make: (use) => {
      const { column, agency } = takeSurroundings(use, entry);
      const { data } = use.whole(entry);
      return {
        props: () => ({
          path,
          column,
          agency,
          dataset: data,
          body: renderIfFilled(use, entry, data.body),
          description: descriptionPath(path),
        }),
        search: () => ({
          url: path,
          kind: 'data',
          title: data.title,
          aliases: [data.identifier],
          text: [
            data.summary,
            data.keywords ?? '',
            ...data.resources.map(({ title }) => title),
            ...data.fields.map(({ name, label, description }) => [label, name, description].filter(Boolean).join(' ')),
            plainText(data.body ?? ''),
          ].join('\n'),
          ...searchFacts({ date: data.updatedOn, agency: agency?.title, summary: data.summary }),
        }),
      };
    },
  });
  return [page, buildDescription(building, entry)];
}

function buildDescription(building: Building, entry: Entry): Page {
  return definePage(building, {
    path: descriptionPath(entry.data.path!),
    template: 'JsonLd',
    frame: 'none',
    make: (use) => {
      const { data } = use.whole(entry);
      const agency = use.agency(data.agency);
      const domain = use.fact('domain', building.catalogue.site.data.domain);
      return { props: () => ({ value: describeDataset(data, { domain, publisher: agency }) }) };
    },
  });
}

const isDataset = (entry: DocumentEntry): entry is Entry => entry.type === 'dataset';

/** The datasets of a column by their field, and the whole catalogue for machines. */
export function* buildDatasets(building: Building, node: ColumnNode): Generator<Page> {
  const { path } = node;
  const datasets = node.documents.filter(isDataset).reverse();
  yield definePage(building, {
    path,
    template: 'Datasets',
    document: node.entry,
    make: (use) => {
      const { column, children, introduction } = takeHead(use, node);
      const cards = use.cards(datasets);
      const providing = new Set(datasets.map(({ data }) => data.agency.documentId));
      const agencies = use.cards(building.catalogue.agencies.filter(({ documentId }) => providing.has(documentId)));
      return {
        props: () => ({
          path,
          column,
          children,
          introduction: introduction(),
          cards,
          agencies,
          catalogue: descriptionPath(path),
        }),
        search: searchOfColumn(node),
      };
    },
  });
  yield definePage(building, {
    path: descriptionPath(path),
    template: 'JsonLd',
    frame: 'none',
    make: (use) => {
      const { title, description } = use.column(node);
      const { domain, sponsor } = use.fact('site', {
        domain: building.catalogue.site.data.domain,
        sponsor: building.catalogue.site.data.sponsor,
      });
      const wholes = datasets.map((entry) => ({
        data: use.whole(entry).data,
        publisher: use.agency(entry.data.agency),
      }));
      return {
        props: () => ({
          value: describeCatalogue({
            title,
            description,
            path,
            domain,
            publisher: sponsor,
            datasets: wholes.map(({ data, publisher }) => describeDataset(data, { domain, publisher })),
          }),
        }),
      };
    },
  });
}
