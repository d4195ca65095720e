import type { EntryOf, Page, PageGroup } from '@mingchuang/content';

import { buildAnnualReport } from './annual-reports.ts';
import { buildArticle } from './articles.ts';
import { buildBudget } from './budgets.ts';
import type { DocumentEntry, DocumentType } from './document-types.ts';
import { buildDataset } from './datasets.ts';
import { buildDisclosurePage } from './disclosure-pages.ts';
import { buildInterpretation } from './interpretations.ts';
import { buildLeader } from './leaders.ts';
import { buildJourney } from './journeys.ts';
import { buildConsultation } from './consultations.ts';
import { buildInterview } from './interviews.ts';
import { buildPublicNotice } from './notices.ts';
import { keepGroup } from './kept-pages.ts';
import type { Building } from './page.ts';
import { oncePerPart } from './part-facts.ts';
import { buildPolicy } from './policies.ts';
import { buildPowerItem } from './power-items.ts';
import { buildProject } from './projects.ts';
import { buildQuestion } from './questions.ts';
import { buildService } from './services.ts';
import { buildStatistic } from './statistics.ts';
import { buildSupervisionReport } from './supervision.ts';
import { buildTopic } from './topics.ts';
import { buildSurvey } from './surveys.ts';

/** Who builds the page of a document of one type that depends on nothing but what it asks. */
const KEPT_BUILDERS = {
  article: buildArticle,
  'policy-document': buildPolicy,
  faq: buildQuestion,
  project: buildProject,
  'public-notice': buildPublicNotice,
};
type KeptType = keyof typeof KEPT_BUILDERS;

/** Who builds the page of a document of the other types, with the files that belong to it. */
const BUILDERS: { [T in Exclude<DocumentType, KeptType>]: (building: Building, entry: EntryOf<T>) => Page | Page[] } = {
  interpretation: buildInterpretation,
  'service-item': buildService,
  budget: buildBudget,
  statistic: buildStatistic,
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
  'power-item': buildPowerItem,
};

const isKept = ({ type }: DocumentEntry): boolean => type in KEPT_BUILDERS;
const buildKept = (building: Building, entry: DocumentEntry): Page => (KEPT_BUILDERS[entry.type as KeptType] as (building: Building, entry: DocumentEntry) => Page)(building, entry);
const buildOther = (building: Building, entry: DocumentEntry): Page | Page[] =>
  (BUILDERS[entry.type as Exclude<DocumentType, KeptType>] as (building: Building, entry: DocumentEntry) => Page | Page[])(building, entry);

const divide = (entries: readonly DocumentEntry[]) => ({ kept: entries.filter(isKept), others: entries.filter((entry) => !isKept(entry)) });
const divided = oncePerPart(({ documents, over }) => ({ documents: divide(documents), over: divide(over) }));

/** The pages of documents with the files that belong to them, in groups: a group in which nothing has changed is the same object as last time. */
export function* buildDocuments(building: Building, which: 'documents' | 'over'): Generator<PageGroup> {
  for (const part of building.catalogue.placed) {
    const { kept, others } = divided(part)[which];
    if (kept.length > 0) yield keepGroup(building, kept, buildKept);
    if (others.length > 0) yield others.flatMap((entry) => buildOther(building, entry));
  }
}
