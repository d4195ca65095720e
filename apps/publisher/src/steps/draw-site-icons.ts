import { SITE_ICONS, siteIconPath, type Route } from '@mingchuang/content';
import { drawIcons } from '@mingchuang/pictures';

import type { Outlet } from '../workshop.ts';

type StoredRoute = Extract<Route, { hash: string }>;

/** Routes of the icons of the site, when it has an emblem: those being served, or drawn now when the emblem is a new one. */
export async function drawSiteIcons(outlet: Pick<Outlet, 'live' | 'site' | 'current' | 'objects' | 'log'>): Promise<Map<string, Route>> {
  const { live, current, objects } = outlet;
  const emblems = new Set(live.snapshot.all('site').flatMap(({ documentId, data }) => (documentId === outlet.site ? (data.emblem?.hash ?? []) : [])));
  const routes = new Map<string, Route>();
  for (const emblem of emblems) {
    const served = SITE_ICONS.map(({ name }) => [siteIconPath(emblem, name), current?.routes.get(siteIconPath(emblem, name))] as const);
    const isWhole = served.every((entry): entry is [string, StoredRoute] => entry[1] !== undefined && 'hash' in entry[1] && objects.has(entry[1].hash, entry[1].bytes));
    for (const [path, route] of isWhole ? (served as [string, StoredRoute][]) : await drawOf(emblem, outlet)) routes.set(path, route);
  }
  return routes;
}

async function drawOf(emblem: string, { objects, log }: Pick<Outlet, 'objects' | 'log'>): Promise<[string, StoredRoute][]> {
  const { icons, reason } = await drawIcons(objects.fileOf(emblem));
  if (reason) log.warn({ emblem }, `站点标志画不成手机图标，图标是空白的，请换一个标志文件：${reason}`);
  return [...icons].map(([name, bytes]) => {
    const stored = objects.put(bytes);
    return [siteIconPath(emblem, name), { hash: stored.hash, type: 'image/png', bytes: stored.bytes, status: 200, immutable: true }];
  });
}
