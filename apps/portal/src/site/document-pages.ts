import type { EntryOf, Page } from '@mingchuang/content';

import { buildArticle } from './articles.ts';
import type { DocumentEntry, DocumentType } from './catalogue.ts';
import { buildInterpretation } from './interpretations.ts';
import type { Building } from './page.ts';
import { buildPolicy } from './policies.ts';
import { buildQuestion } from './questions.ts';
import { buildService } from './services.ts';

/** Who builds the page of a document, by its type. */
const BUILDERS: { [T in DocumentType]?: (building: Building, entry: EntryOf<T>) => Page } = {
  article: buildArticle,
  'policy-document': buildPolicy,
  interpretation: buildInterpretation,
  'service-item': buildService,
  faq: buildQuestion,
};

/** The page of a document. */
export function* buildDocument(building: Building, entry: DocumentEntry): Generator<Page> {
  const build = BUILDERS[entry.type] as ((building: Building, entry: DocumentEntry) => Page) | undefined;
  if (build) yield build(building, entry);
}
