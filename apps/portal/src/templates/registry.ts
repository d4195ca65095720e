import type { AstroComponentFactory } from 'astro/runtime/server/index.js';

import Agencies from './Agencies.astro';
import Agency from './Agency.astro';
import AlertStrip from './AlertStrip.astro';
import Article from './Article.astro';
import Budget from './Budget.astro';
import Budgets from './Budgets.astro';
import Audience from './Audience.astro';
import Column from './Column.astro';
import Dataset from './Dataset.astro';
import Datasets from './Datasets.astro';
import Consultation from './Consultation.astro';
import ExternalLink from './ExternalLink.astro';
import FacetList from './FacetList.astro';
import Gone from './Gone.astro';
import Home from './Home.astro';
import Interpretation from './Interpretation.astro';
import Journey from './Journey.astro';
import Journeys from './Journeys.astro';
import Interview from './Interview.astro';
import Landing from './Landing.astro';
import Leader from './Leader.astro';
import Leaders from './Leaders.astro';
import Letter from './Letter.astro';
import LetterConfirm from './LetterConfirm.astro';
import LetterForm from './LetterForm.astro';
import LetterReceipt from './LetterReceipt.astro';
import Letters from './Letters.astro';
import Notice from './Notice.astro';
import OpinionConfirm from './OpinionConfirm.astro';
import OpinionForm from './OpinionForm.astro';
import OpinionReceipt from './OpinionReceipt.astro';
import OpinionTracking from './OpinionTracking.astro';
import PolicyDocument from './PolicyDocument.astro';
import Project from './Project.astro';
import Projects from './Projects.astro';
import PolicyLibrary from './PolicyLibrary.astro';
import Question from './Question.astro';
import Questions from './Questions.astro';
import Search from './Search.astro';
import ServiceGuide from './ServiceGuide.astro';
import Services from './Services.astro';
import ServicesHome from './ServicesHome.astro';
import SiteMap from './SiteMap.astro';
import Statistic from './Statistic.astro';
import Supervision from './Supervision.astro';
import SupervisionMonth from './SupervisionMonth.astro';
import SupervisionReport from './SupervisionReport.astro';
import Topic from './Topic.astro';
import Topics from './Topics.astro';
import Survey from './Survey.astro';
import SurveyConfirm from './SurveyConfirm.astro';
import SurveyForm from './SurveyForm.astro';
import SurveyReceipt from './SurveyReceipt.astro';
import TakingPart from './TakingPart.astro';
import TrackForm from './TrackForm.astro';
import Tracking from './Tracking.astro';
import type { TemplateName } from './props.ts';

/** The component of each template that draws HTML. Files (feeds, site maps) are in src/files. */
export const templates: Partial<Record<TemplateName, AstroComponentFactory>> = {
  Agencies,
  Agency,
  AlertStrip,
  Article,
  Budget,
  Budgets,
  Audience,
  Column,
  Dataset,
  Datasets,
  Consultation,
  ExternalLink,
  FacetList,
  Gone,
  Home,
  Interpretation,
  Journey,
  Journeys,
  Interview,
  Landing,
  Leader,
  Leaders,
  Letter,
  LetterConfirm,
  LetterForm,
  LetterReceipt,
  Letters,
  Notice,
  OpinionConfirm,
  OpinionForm,
  OpinionReceipt,
  OpinionTracking,
  PolicyDocument,
  Project,
  Projects,
  PolicyLibrary,
  Question,
  Questions,
  Search,
  ServiceGuide,
  Services,
  ServicesHome,
  SiteMap,
  Statistic,
  Supervision,
  SupervisionMonth,
  SupervisionReport,
  Topic,
  Topics,
  Survey,
  SurveyConfirm,
  SurveyForm,
  SurveyReceipt,
  TakingPart,
  TrackForm,
  Tracking,
};

/** The component of a template. @throws {Error} When the portal has none of that name. */
export function templateOf(name: string): AstroComponentFactory {
  const template = Object.hasOwn(templates, name) ? templates[name as TemplateName] : undefined;
  if (!template) throw new Error(`There is no template ${name}`);
  return template;
}
