import type { EntryOf, Page } from '@mingchuang/content';

import { buildArticle } from './articles.ts';
import { buildBudget } from './budgets.ts';
import type { DocumentEntry, DocumentType } from './catalogue.ts';
import { buildInterpretation } from './interpretations.ts';
import type { Building } from './page.ts';
import { buildPolicy } from './policies.ts';
import { buildProject } from './projects.ts';
import { buildQuestion } from './questions.ts';
import { buildService } from './services.ts';
import { buildStatistic } from './statistics.ts';

/** Who builds the page of a document, by its type. */
const BUILDERS: { [T in DocumentType]?: (building: Building, entry: EntryOf<T>) => Page | Page[] } = {
  article: buildArticle,
  'policy-document': buildPolicy,
  interpretation: buildInterpretation,
  'service-item': buildService,
  faq: buildQuestion,
  budget: buildBudget,
  statistic: buildStatistic,
  project: buildProject,
};

/** The page of a document, with the files that belong to it. */
export function* buildDocument(building: Building, entry: DocumentEntry): Generator<Page> {
  const build = BUILDERS[entry.type] as ((building: Building, entry: DocumentEntry) => Page | Page[]) | undefined;
  if (build) yield* [build(building, entry)].flat();
}
