import type { CheckedDocument } from '../checks/document.ts';
import { listLinks, type LinkFacts } from '../checks/links.ts';
import type { Around } from '../checks/registered.ts';
import { createLinkAnswers } from '../links/link-answers.ts';
import type { ReviewConfig } from '../review.ts';
import { findTargets, wishedFor } from './targets.ts';

/** What the links of a document lead to. */
export async function gatherLinks(document: CheckedDocument, { strapi, documentId, locale, asksOutside, publishesNow }: Around): Promise<LinkFacts> {
  const addresses = listLinks(document).map(({ href }) => href);
  const { privateHosts } = strapi.config.get('plugin::review') as ReviewConfig;
  const answers = createLinkAnswers(strapi, (host) => privateHosts.includes(host));
  return {
    targets: await findTargets(strapi, addresses.filter((href) => href.startsWith('entry:'))),
    answers: await answers.find(addresses.filter((href) => /^https?:/i.test(href)), asksOutside),
    publishesAt: publishesNow ? new Date().toISOString() : await wishedFor(strapi, document.type, documentId, locale),
  };
}
