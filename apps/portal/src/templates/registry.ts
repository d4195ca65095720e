import type { AstroComponentFactory } from 'astro/runtime/server/index.js';

import Accessibility from './Accessibility.astro';
import AccessibilityStatement from './AccessibilityStatement.astro';
import Agencies from './Agencies.astro';
import Agency from './Agency.astro';
import AlertStrip from './AlertStrip.astro';
import AnnualReport from './AnnualReport.astro';
import AnnualReports from './AnnualReports.astro';
import Article from './Article.astro';
import Ask from './Ask.astro';
import Audience from './Audience.astro';
import Budget from './Budget.astro';
import Budgets from './Budgets.astro';
import CatalogueList from './CatalogueList.astro';
import Column from './Column.astro';
import Consultation from './Consultation.astro';
import Dataset from './Dataset.astro';
import Datasets from './Datasets.astro';
import DisclosurePage from './DisclosurePage.astro';
import DisclosurePages from './DisclosurePages.astro';
import DisclosurePlatform from './DisclosurePlatform.astro';
import ExternalLink from './ExternalLink.astro';
import FacetList from './FacetList.astro';
import Gone from './Gone.astro';
import Home from './Home.astro';
import Interpretation from './Interpretation.astro';
import Interview from './Interview.astro';
import Journey from './Journey.astro';
import Journeys from './Journeys.astro';
import Kiosk from './Kiosk.astro';
import Landing from './Landing.astro';
import Leader from './Leader.astro';
import Leaders from './Leaders.astro';
import Letter from './Letter.astro';
import LetterConfirm from './LetterConfirm.astro';
import LetterForm from './LetterForm.astro';
import LetterReceipt from './LetterReceipt.astro';
import Letters from './Letters.astro';
import Notice from './Notice.astro';
import NoticeOver from './NoticeOver.astro';
import Offline from './Offline.astro';
import OpinionConfirm from './OpinionConfirm.astro';
import OpinionForm from './OpinionForm.astro';
import OpinionReceipt from './OpinionReceipt.astro';
import OpinionTracking from './OpinionTracking.astro';
import PolicyDocument from './PolicyDocument.astro';
import PolicyLibrary from './PolicyLibrary.astro';
import PowerItem from './PowerItem.astro';
import PowerItems from './PowerItems.astro';
import Preview from './Preview.astro';
import PreviewStrip from './PreviewStrip.astro';
import Project from './Project.astro';
import Projects from './Projects.astro';
import PublicNotice from './PublicNotice.astro';
import Question from './Question.astro';
import Questions from './Questions.astro';
import Search from './Search.astro';
import ServiceGuide from './ServiceGuide.astro';
import Services from './Services.astro';
import ServicesHome from './ServicesHome.astro';
import SiteMap from './SiteMap.astro';
import Statistic from './Statistic.astro';
import StatutoryCatalogue from './StatutoryCatalogue.astro';
import StyleGuide from './StyleGuide.astro';
import StyleGuidePart from './StyleGuidePart.astro';
import Supervision from './Supervision.astro';
import SupervisionMonth from './SupervisionMonth.astro';
import SupervisionReport from './SupervisionReport.astro';
import Survey from './Survey.astro';
import SurveyConfirm from './SurveyConfirm.astro';
import SurveyForm from './SurveyForm.astro';
import SurveyReceipt from './SurveyReceipt.astro';
import TakingPart from './TakingPart.astro';
import Topic from './Topic.astro';
import Topics from './Topics.astro';
import TrackForm from './TrackForm.astro';
import Tracking from './Tracking.astro';
import type { TemplateName } from './props.ts';

/** The component of each template that draws HTML. Files (feeds, site maps) are in src/files. */
export const templates: Partial<Record<TemplateName, AstroComponentFactory>> = {
  Accessibility,
  AccessibilityStatement,
  Agencies,
  Agency,
  AlertStrip,
  AnnualReport,
  AnnualReports,
  Article,
  Ask,
  Audience,
  Budget,
  Budgets,
  CatalogueList,
  Column,
  Consultation,
  Dataset,
  Datasets,
  DisclosurePage,
  DisclosurePages,
  DisclosurePlatform,
  ExternalLink,
  FacetList,
  Gone,
  Home,
  Interpretation,
  Interview,
  Journey,
  Journeys,
  Kiosk,
  Landing,
  Leader,
  Leaders,
  Letter,
  LetterConfirm,
  LetterForm,
  LetterReceipt,
  Letters,
  Notice,
  NoticeOver,
  Offline,
  OpinionConfirm,
  OpinionForm,
  OpinionReceipt,
  OpinionTracking,
  PolicyDocument,
  PolicyLibrary,
  PowerItem,
  PowerItems,
  Preview,
  PreviewStrip,
  Project,
  Projects,
  PublicNotice,
  Question,
  Questions,
  Search,
  ServiceGuide,
  Services,
  ServicesHome,
  SiteMap,
  Statistic,
  StatutoryCatalogue,
  StyleGuide,
  StyleGuidePart,
  Supervision,
  SupervisionMonth,
  SupervisionReport,
  Survey,
  SurveyConfirm,
  SurveyForm,
  SurveyReceipt,
  TakingPart,
  Topic,
  Topics,
  TrackForm,
  Tracking,
};

/** The component of a template. @throws {Error} When the portal has none of that name. */
export function templateOf(name: string): AstroComponentFactory {
  const template = Object.hasOwn(templates, name) ? templates[name as TemplateName] : undefined;
  if (!template) throw new Error(`There is no template ${name}`);
  return template;
}
