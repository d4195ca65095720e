import { REGISTRY, type Dataset } from '@mingchuang/content';

import { fileAddress } from '../links/file-address.ts';

/** The vocabulary of DCAT 3 and Dublin Core, written out so that nothing has to be fetched to read it. */
const CONTEXT = {
  dcat: 'http://www.w3.org/ns/dcat#',
  dct: 'http://purl.org/dc/terms/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  vcard: 'http://www.w3.org/2006/vcard/ns#',
  csvw: 'http://www.w3.org/ns/csvw#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
};

/** Frequencies of the EU vocabulary that DCAT-AP names. */
const FREQUENCIES: Record<Dataset['frequency'], string> = {
  realtime: 'CONT',
  day: 'DAILY',
  week: 'WEEKLY',
  month: 'MONTHLY',
  quarter: 'QUARTERLY',
  'half-year': 'ANNUAL_2',
  year: 'ANNUAL',
  irregular: 'IRREG',
  static: 'NEVER',
};

const DATATYPES: Record<Dataset['fields'][number]['kind'], string> = {
  text: 'string',
  code: 'string',
  integer: 'integer',
  number: 'decimal',
  date: 'date',
  datetime: 'dateTime',
  boolean: 'boolean',
};

interface Surroundings {
  domain: string;
  publisher: { title: string; path: string | undefined } | undefined;
}

const date = (value: string | undefined) => value && { '@type': 'xsd:date', '@value': value };

/** A dataset in DCAT as JSON-LD (GB/T 38664 的核心元数据 in the terms of DCAT). */
export function describeDataset(data: Dataset, { domain, publisher }: Surroundings): Record<string, unknown> {
  const address = (path: string) => `https://${domain}${path}`;
  return leaveOutEmpty({
    '@context': CONTEXT,
    '@id': address(data.path!),
    '@type': 'dcat:Dataset',
    'dct:identifier': data.identifier,
    'dct:title': data.title,
    'dct:description': data.summary,
    'dcat:landingPage': { '@id': address(data.path!) },
    'dcat:keyword': data.keywords?.split(/[、；;，,]/).map((word) => word.trim()),
    'dcat:theme': REGISTRY.dataset.options.theme[data.theme],
    'dct:publisher': publisher && { '@type': 'foaf:Agent', 'foaf:name': publisher.title },
    'dcat:contactPoint': describeContact(data),
    'dct:accessRights': REGISTRY.dataset.options.openness[data.openness],
    'dct:license': data.licenceUrl ? { '@id': data.licenceUrl } : data.licence,
    'dct:accrualPeriodicity': {
      '@id': `http://publications.europa.eu/resource/authority/frequency/${FREQUENCIES[data.frequency]}`,
    },
    'dct:issued': date(data.publishedOn),
    'dct:modified': date(data.updatedOn),
    'dct:spatial': data.spatial,
    'dct:temporal': (data.coversFrom ?? data.coversTo) && {
      '@type': 'dct:PeriodOfTime',
      'dcat:startDate': date(data.coversFrom),
      'dcat:endDate': date(data.coversTo),
    },
    'dct:language': 'zh-CN',
    'dcat:distribution': data.resources
      .filter(({ file }) => file.hash)
      .map(({ title, description, file }) => ({
        '@type': 'dcat:Distribution',
        'dct:title': title,
        'dct:description': description,
        'dcat:downloadURL': { '@id': address(fileAddress(file)) },
        'dcat:mediaType': file.mime,
        'dcat:byteSize': file.size,
      })),
    'csvw:tableSchema': data.fields.length > 0 && {
      'csvw:column': data.fields.map(({ name, label, kind, description }) => ({
        'csvw:name': name,
        'csvw:title': label,
        'csvw:datatype': DATATYPES[kind],
        'dct:description': description,
      })),
    },
  });
}

const describeContact = ({ phone, email }: Dataset) =>
  (phone ?? email) && {
    '@type': 'vcard:Organization',
    'vcard:hasTelephone': phone,
    'vcard:hasEmail': email && { '@id': `mailto:${email}` },
  };

/** The catalogue of a column in DCAT. */
export function describeCatalogue(catalogue: {
  title: string;
  description: string;
  path: string;
  domain: string;
  publisher: string;
  datasets: Record<string, unknown>[];
}): Record<string, unknown> {
  return {
    '@context': CONTEXT,
    '@id': `https://${catalogue.domain}${catalogue.path}`,
    '@type': 'dcat:Catalog',
    'dct:title': catalogue.title,
    'dct:description': catalogue.description,
    'dct:publisher': { '@type': 'foaf:Agent', 'foaf:name': catalogue.publisher },
    'dct:language': 'zh-CN',
    'dcat:dataset': catalogue.datasets.map(({ '@context': _context, ...dataset }) => dataset),
  };
}

/** JSON without the facts the source does not have, at any depth. */
function leaveOutEmpty<T>(value: T): T {
  if (Array.isArray(value)) return value.map(leaveOutEmpty) as T;
  if (!value || typeof value !== 'object') return value;
  const filled = Object.entries(value).filter(([, part]) => part !== undefined && part !== false && part !== '');
  return Object.fromEntries(filled.map(([key, part]) => [key, leaveOutEmpty(part as unknown)])) as T;
}
