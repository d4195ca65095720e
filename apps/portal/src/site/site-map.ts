import { PATHS, type Page } from '@mingchuang/content';

import { localPath } from '../strings/locale.ts';
import type { SiteMapColumn } from '../templates/props.ts';
import type { ColumnNode } from './catalogue.ts';
import { definePage, type Building } from './page.ts';

/** The page that shows all columns at once. */
export function buildSiteMap(building: Building): Page {
  const path = localPath(PATHS.siteMap);
  return definePage(building, {
    path,
    template: 'SiteMap',
    make: (use) => {
      const columns = use.fact('columns', building.catalogue.roots.map(branch));
      return { props: () => ({ path, columns }) };
    },
  });
}

const branch = ({ entry, path, children }: ColumnNode): SiteMapColumn => ({
  title: entry.data.title,
  path,
  children: children.map(branch),
});
