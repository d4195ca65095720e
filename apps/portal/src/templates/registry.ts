import type { AstroComponentFactory } from 'astro/runtime/server/index.js';

import Article from './Article.astro';
import Column from './Column.astro';
import ExternalLink from './ExternalLink.astro';
import Gone from './Gone.astro';
import Home from './Home.astro';
import Interpretation from './Interpretation.astro';
import Landing from './Landing.astro';
import Notice from './Notice.astro';
import PolicyDocument from './PolicyDocument.astro';
import type { TemplateName } from './props.ts';
import SiteMap from './SiteMap.astro';

/** The component of each template that draws HTML. Files (feeds, site maps) are in src/files. */
export const templates: Partial<Record<TemplateName, AstroComponentFactory>> = {
  Article,
  Column,
  ExternalLink,
  Gone,
  Home,
  Interpretation,
  Landing,
  Notice,
  PolicyDocument,
  SiteMap,
};

/** The component of a template. @throws {Error} When the portal has none of that name. */
export function templateOf(name: string): AstroComponentFactory {
  const template = Object.hasOwn(templates, name) ? templates[name as TemplateName] : undefined;
  if (!template) throw new Error(`There is no template ${name}`);
  return template;
}
