import {
  COMPONENT_OPTIONS,
  dateInWords,
  isRedirect,
  REGISTRY,
  shanghaiDate,
  shanghaiMinute,
  type AnyEntry,
  type ContentTypeName,
  type Page,
} from '@mingchuang/content';
import { EXAMPLE_TODAY, exampleEntries, exampleSnapshot } from '@mingchuang/content/examples';
import { isTag, isText, type AnyNode } from 'domhandler';
import { parseDocument } from 'htmlparser2';
import { beforeAll, describe, expect, test } from 'vitest';

import { plainText } from '../src/site/document.ts';
import { builtRenderer } from './built-renderer.ts';

/** Fields that are no text of the page: they decide where it stands, when it goes, or how it looks. */
const NOT_SHOWN: Partial<Record<ContentTypeName, readonly string[]>> = {
  agency: ['site', 'order', 'acceptsCases', 'code'],
  article: ['alsoIn', 'expiresOn', 'pinned'],
};
const EVERYWHERE = ['path', 'publishedOn', 'locale', 'column'];

/** Documents with a page of their own, and their example with every field filled. */
const TYPES = ['article', 'policy-document', 'interpretation', 'service-item', 'faq', 'agency'] as const;
const fullest = (type: ContentTypeName) =>
  exampleEntries
    .filter((entry) => entry.type === type)
    .reduce((best, entry) => (Object.keys(entry.data).length > Object.keys(best.data).length ? entry : best));

const titleOf = (id: string) => {
  const { data } = exampleEntries.find(({ documentId }) => documentId === id) as AnyEntry & { data: { title: string; plainName?: string } };
  return data.plainName ?? data.title;
};

/** For each thing a value says, the ways a page may say it. */
function sayings(value: unknown, labels: Readonly<Record<string, string>> = {}): string[][] {
  if (typeof value === 'string') return sayingsOfText(value, labels);
  if (typeof value === 'number') return [[String(value)]];
  if (Array.isArray(value)) return value.flatMap((item) => sayings(item, labels));
  if (!value || typeof value !== 'object') return [];
  if ('documentId' in value) return [[titleOf(value.documentId as string)]];
  if ('mime' in value) return [[(value as unknown as { name: string }).name]];
  return Object.entries(value).flatMap(([field, part]) => sayings(part, optionsOf(field)));
}

function sayingsOfText(text: string, labels: Readonly<Record<string, string>>): string[][] {
  const label = labels[text];
  if (label) return [[label]];
  if (/^\d{4}-\d{2}-\d{2}T/.test(text)) return [[shanghaiMinute(text), dateInWords(shanghaiDate(text))]];
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return [[text, dateInWords(text)]];
  if (/^https?:/.test(text)) return [[text, encodeURIComponent(text)]];
  return (text.startsWith('<') ? plainText(text) : text).split('\n').map((line) => [line.trim()]);
}

/** Labels of a field inside a component; fields of the same name mean the same in ours. */
function optionsOf(field: string): Record<string, string> {
  const found = Object.values(COMPONENT_OPTIONS).map((options) => (options as Record<string, Record<string, string>>)[field]);
  return Object.assign({}, ...found) as Record<string, string>;
}

/** Everything a page says, in text or in an attribute, without spaces. */
function wordsOf(html: string): string {
  const collect = (node: AnyNode): string => {
    if (isText(node)) return node.data;
    if (isTag(node)) return `${Object.values(node.attribs).join('\n')}\n${node.children.map(collect).join('')}`;
    return 'children' in node ? (node.children as AnyNode[]).map(collect).join('') : '';
  };
  return collect(parseDocument(html)).replace(/\s/g, '');
}

describe.each(TYPES)('the page of %s', (type) => {
  const entry = fullest(type);
  const data = entry.data as unknown as Record<string, unknown>;
  const options = REGISTRY[type].options as Record<string, Record<string, string>>;
  let words: string;

  beforeAll(async () => {
    const renderer = await builtRenderer();
    const pages = [...renderer.buildPages(exampleSnapshot(), { today: EXAMPLE_TODAY })];
    const page = pages.find((one) => one.path === data.path && !isRedirect(one)) as Page;
    words = wordsOf((await renderer.draw({ ...page, props: page.props() })).body);
  });

  const shown = REGISTRY[type].fields.filter((field) => ![...EVERYWHERE, ...(NOT_SHOWN[type] ?? [])].includes(field));
  test.each(shown)('shows %s', (field) => {
    const missing = sayings(data[field], options[field]).filter(
      (ways) => !ways.some((way) => words.includes(way.replace(/\s/g, '')) || words.includes(Number(way).toLocaleString('en'))),
    );
    expect(missing).toEqual([]);
  });
});
