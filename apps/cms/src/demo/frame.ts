import type { Core } from '@strapi/strapi';

import type { DemoCity } from './city';
import { documentsOf, keyOf, listPublished, uidOf } from './documents';
import type { References } from './fields';
import { resolveAddress } from './links';
import type { Progress } from './progress';
import type { DemoSite } from './sites';

const LISTS_OF_TASKS = ['tasks', 'identities', 'lifeEvents', 'elderTasks'] as const;
const SINGLE_LINKS = ['organLabelUrl', 'errorReportUrl'] as const;
const HOUR = 3_600_000;

interface Task {
  url: string;
}

/** Makes a document unless one with that value of the field is there. @returns Its documentId. */
async function ensure(strapi: Core.Strapi, kind: string, [field, value]: [string, string], data: object): Promise<string> {
  const existing = await strapi.db.query(uidOf(kind) as never).findOne({ select: ['documentId'], where: { [field]: value } });
  return existing?.documentId ?? (await documentsOf(strapi, kind).create({ data })).documentId;
}

async function publishMissing(strapi: Core.Strapi, kind: string, documentIds: readonly string[]): Promise<void> {
  const published = await listPublished(strapi, kind);
  for (const documentId of documentIds) if (!published.has(documentId)) await documentsOf(strapi, kind).publish({ documentId });
}

/** The site without its links, the columns and the agencies: what documents stand in. @returns documentIds by `kind/key`. */
export async function loadFrame(strapi: Core.Strapi, city: DemoSite, progress: Progress): Promise<Map<string, string>> {
  const ids = new Map<string, string>();
  const siteId = await ensure(strapi, 'site', ['siteCode', city.site.siteCode], withoutLinks(city.site));
  ids.set(keyOf('site', city.site.siteCode), siteId);
  await publishMissing(strapi, 'site', [siteId]);

  // A parent stands before its children in the file.
  for (const [index, { parent, ...column }] of city.columns.entries()) {
    const data = { ...column, site: siteId, ...(parent && { parent: ids.get(keyOf('column', parent)) }) };
    const columnId = await ensure(strapi, 'column', ['slug', column.slug], data);
    ids.set(keyOf('column', column.slug), columnId);
    await publishMissing(strapi, 'column', [columnId]);
    progress.step('栏目', index + 1, city.columns.length);
  }
  for (const [index, agency] of city.agencies.entries()) {
    const agencyId = await ensure(strapi, 'agency', ['code', agency.code], { ...agency, site: siteId });
    ids.set(keyOf('agency', agency.code), agencyId);
    await publishMissing(strapi, 'agency', [agencyId]);
    progress.step('机构', index + 1, city.agencies.length);
  }
  return ids;
}

/** The site as it can be stored before anything has an address. */
export function withoutLinks({ newsColumns: _columns, footerGroups: _footer, ...site }: DemoCity['site']): object {
  return Object.fromEntries(Object.entries(site).filter(([name]) => !([...LISTS_OF_TASKS, ...SINGLE_LINKS] as string[]).includes(name)));
}

/** The links of the site, now that everything has an address. */
export async function linksOf(site: DemoCity['site'], references: References): Promise<object> {
  const address = (url: string) => resolveAddress(url, references.path);
  const withAddress = async <T extends Task>(task: T) => ({ ...task, url: await address(task.url) });
  const links: Record<string, unknown> = {};
  for (const list of LISTS_OF_TASKS) links[list] = await Promise.all((site[list] as Task[]).map(withAddress));
  for (const name of SINGLE_LINKS) links[name] = await address(site[name] as string);
  const groups = site.footerGroups as { title: string; links: Task[] }[];
  links.footerGroups = await Promise.all(groups.map(async ({ title, links: inGroup }) => ({ title, links: await Promise.all(inGroup.map(withAddress)) })));
  links.newsColumns = site.newsColumns.map((slug) => references.documentId('column', slug));
  return links;
}

/** The links of the site, and what stands beside it: alerts, redirects and rules of searching. */
export async function loadLinks(strapi: Core.Strapi, city: DemoSite, references: References, now: Date): Promise<void> {
  const siteId = references.documentId('site', city.site.siteCode);
  const address = (url: string) => resolveAddress(url, references.path);
  await documentsOf(strapi, 'site').update({ documentId: siteId, data: await linksOf(city.site, references) });
  await documentsOf(strapi, 'site').publish({ documentId: siteId });

  for (const { key: _key, startsHoursAgo, lastsHours, ...alert } of city.alerts) {
    const startsAt = new Date(now.getTime() - startsHoursAgo * HOUR);
    const times = { startsAt: startsAt.toISOString(), endsAt: new Date(startsAt.getTime() + lastsHours * HOUR).toISOString() };
    const data = { ...alert, ...times, url: await address(alert.url), site: siteId };
    await publishMissing(strapi, 'alert', [await ensure(strapi, 'alert', ['title', alert.title], data)]);
  }
  for (const redirect of city.redirects) {
    const data = { ...redirect, to: await address(redirect.to), site: siteId };
    await publishMissing(strapi, 'redirect', [await ensure(strapi, 'redirect', ['from', redirect.from], data)]);
  }
  for (const { lastsDays, ...rule } of city.searchRules) {
    const data = {
      ...rule,
      site: siteId,
      ...(rule.target && { target: await address(rule.target) }),
      ...(lastsDays && { until: new Date(now.getTime() + lastsDays * 24 * HOUR).toISOString().slice(0, 10) }),
    };
    await publishMissing(strapi, 'search-rule', [await ensure(strapi, 'search-rule', ['title', rule.title], data)]);
  }
}
