import type { AstroComponentFactory } from 'astro/runtime/server/index.js';

import type { TemplateName } from './props.ts';
import Article from './Article.astro';
import Tracking from './Tracking.astro';
import TrackForm from './TrackForm.astro';
import LetterReceipt from './LetterReceipt.astro';
import LetterForm from './LetterForm.astro';
import LetterConfirm from './LetterConfirm.astro';
import Letter from './Letter.astro';
import AlertStrip from './AlertStrip.astro';

/** The component of each template that draws HTML. Files (feeds, site maps) are in src/files. */
export const templates: Partial<Record<TemplateName, AstroComponentFactory>> = { Article, Tracking, TrackForm, LetterReceipt, LetterForm, LetterConfirm, Letter, AlertStrip };

/** The component of a template. @throws {Error} When the portal has none of that name. */
export function templateOf(name: string): AstroComponentFactory {
  const template = Object.hasOwn(templates, name) ? templates[name as TemplateName] : undefined;
  if (!template) throw new Error(`There is no template ${name}`);
  return template;
}
