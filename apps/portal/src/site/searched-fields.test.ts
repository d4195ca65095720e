import { exampleEntries, EXAMPLE_TODAY, exampleSnapshot } from '@mingchuang/content/examples';
import { isRedirect } from '@mingchuang/content';
import { expect, test } from 'vitest';

import { buildPages } from './build-pages.ts';
import { plainText } from './document.ts';

const NOT_SEARCHED = [
  // What a page says of itself, and who made it.
  /\.(editor|author|source|approvedBy|validityReason|shortReason)$/,
  /\.(changeNotes|disclosure|timeline)\./,
  // What stands with pictures and files; of attachments the names are searched, without their endings.
  /\.(cover|banner|portrait|video|attachments|sampleForm|blankForm|resultSample|file)\./,
  // Nobody is to be found by name.
  /^public-notice\.entries\./,
  /^leader\.(education|nativePlace)$/,
  /^agency\.head$/,
  // Facets and the headings of catalogues, and what is split into other names.
  /^letter\.agencyName$/,
  /^column\.keywords$/,
  /^policy-document\.(subjectWords|topic)$/,
  /^dataset\.(licence|openCondition|spatial|resources\.(description|preview)|fields\.dictionary)$/,
  /^journey\.aliases$/,
  // Who speaks and where; the register behind a guide, and the way to each of its windows.
  /^interview\.(place|transcript\.speaker)$/,
  /^service-item\.(basis|delegatedTo|intermediary|fees\.basis|materials\.(basis|criteria|specification)|steps\.(actor|duration|result)|windows\.transit)$/,
];

test('what a page says of its matter can be searched for', () => {
  const entries = new Map(exampleEntries.map((entry) => [entry.documentId, entry]));
  const missing = new Set<string>();
  for (const page of buildPages(exampleSnapshot(), { today: EXAMPLE_TODAY })) {
    if (isRedirect(page) || !page.search || !page.document) continue;
    const { title, summary, aliases, text, card } = page.search();
    const searched = withoutSpaces([title, summary, ...aliases, text, JSON.stringify(card)].join('\n'));
    const entry = entries.get(page.document.documentId)!;
    for (const [path, line] of linesIn(entry.data, entry.type)) if (!searched.includes(withoutSpaces(line)) && !NOT_SEARCHED.some((one) => one.test(path))) missing.add(`${path}: ${line}`);
  }
  expect([...missing]).toEqual([]);
});

const withoutSpaces = (text: string): string => text.replace(/\s/g, '');

/** Every line in Chinese that a value holds, with its path; what it only refers to is searched where it stands. */
function* linesIn(value: unknown, path: string): Generator<[path: string, line: string]> {
  if (typeof value === 'string') {
    for (const line of plainText(value).split('\n')) if (/\p{sc=Han}{2}/u.test(line)) yield [path, line];
  } else if (Array.isArray(value)) for (const inner of value) yield* linesIn(inner, path);
  else if (value && typeof value === 'object' && !('documentId' in value)) for (const [name, inner] of Object.entries(value)) yield* linesIn(inner, `${path}.${name}`);
}
