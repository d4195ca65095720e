import type { EntryOf, Page } from '@mingchuang/content';

import { buildAnnualReport } from './annual-reports.ts';
import { buildArticle } from './articles.ts';
import { buildBudget } from './budgets.ts';
import type { DocumentEntry, DocumentType } from './catalogue.ts';
import { buildDataset } from './datasets.ts';
import { buildDisclosurePage } from './disclosure-pages.ts';
import { buildInterpretation } from './interpretations.ts';
import { buildLeader } from './leaders.ts';
import { buildJourney } from './journeys.ts';
import { buildConsultation } from './consultations.ts';
import { buildInterview } from './interviews.ts';
import { buildPublicNotice } from './notices.ts';
import type { Building } from './page.ts';
import { buildPolicy } from './policies.ts';
import { buildPowerItem } from './power-items.ts';
import { buildProject } from './projects.ts';
import { buildQuestion } from './questions.ts';
import { buildService } from './services.ts';
import { buildStatistic } from './statistics.ts';
import { buildSupervisionReport } from './supervision.ts';
import { buildTopic } from './topics.ts';
import { buildSurvey } from './surveys.ts';

/** Who builds the page of a document, by its type. */
const BUILDERS: { [T in DocumentType]: (building: Building, entry: EntryOf<T>) => Page | Page[] } = {
  article: buildArticle,
  'policy-document': buildPolicy,
  interpretation: buildInterpretation,
  'service-item': buildService,
  faq: buildQuestion,
  budget: buildBudget,
  statistic: buildStatistic,
  project: buildProject,
  leader: buildLeader,
  dataset: buildDataset,
  topic: buildTopic,
  'supervision-report': buildSupervisionReport,
  journey: buildJourney,
  consultation: buildConsultation,
  survey: buildSurvey,
  interview: buildInterview,
  'disclosure-page': buildDisclosurePage,
  'annual-report': buildAnnualReport,
  'public-notice': buildPublicNotice,
  'power-item': buildPowerItem,
};

/** The page of a document, with the files that belong to it. */
export function buildDocument(building: Building, entry: DocumentEntry): Page | Page[] {
  const build = BUILDERS[entry.type] as (building: Building, entry: DocumentEntry) => Page | Page[];
  return build(building, entry);
}
