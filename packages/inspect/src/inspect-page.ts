import type { Finding, Indicator, InspectedPage } from './finding.ts';
import { altText } from './indicators/alt-text.ts';
import { elderlyMarker } from './indicators/elderly-marker.ts';
import { externalNotice } from './indicators/external-notice.ts';
import { footerElements } from './indicators/footer-elements.ts';
import { headingIsTitle } from './indicators/heading-is-title.ts';
import { internalLinks } from './indicators/internal-links.ts';
import { language } from './indicators/language.ts';
import { noInline } from './indicators/no-inline.ts';
import { oneHeading } from './indicators/one-heading.ts';
import { pageTagFormats } from './indicators/page-tag-formats.ts';
import { pageTags } from './indicators/page-tags.ts';
import { readPage } from './read-page.ts';

/** Every indicator a single page can be judged by. */
export const INDICATORS: readonly Indicator[] = [
  language,
  elderlyMarker,
  noInline,
  oneHeading,
  pageTags,
  headingIsTitle,
  pageTagFormats,
  footerElements,
  altText,
  internalLinks,
  externalNotice,
];

/** Inspects one page of a release against all indicators. Pure. */
export function inspectPage(page: InspectedPage): Finding[] {
  const facts = readPage(page.html);
  return INDICATORS.flatMap((indicator) => {
    const { id, title, source, level } = indicator;
    return indicator.inspect(facts, page).map((message) => ({ indicator: id, title, source, level, path: page.path, message }));
  });
}
