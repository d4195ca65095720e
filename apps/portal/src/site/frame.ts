import { fileRef, PATHS, type Frame } from '@mingchuang/content';

import { localPath } from '../strings/locale.ts';
import { digestOf } from './cards.ts';
import type { Catalogue } from './catalogue.ts';

/** What every page shows of the site. The list of agencies is only of use to forms and would redraw everything. */
export type Chrome = Omit<Frame, 'agencies'>;

export interface FrameParts {
  frame: Frame;
  frameDigest: string;
  chrome: Chrome;
  chromeDigest: string;
}

/** Works out header, navigation and footer. */
export function buildFrame(catalogue: Catalogue, homeLabel: string): FrameParts {
  const { data } = catalogue.site;
  const letters = catalogue.columns.find(({ entry }) => entry.data.kind === 'letters');
  const chrome: Chrome = {
    site: {
      title: data.title,
      shortName: data.shortName,
      cityName: data.cityName,
      domain: data.domain,
      siteCode: data.siteCode,
      theme: data.theme,
      description: data.description,
      // In one order of keys, wherever the snapshot came from: /frame.json must be the same bytes.
      emblem: data.emblem && fileRef.parse(data.emblem),
      notice: data.notice,
      sponsor: data.sponsor,
      undertaker: data.undertaker,
      address: data.address,
      phone: data.phone,
      phoneHours: data.phoneHours,
      icp: data.icp,
      publicSecurityCode: data.publicSecurityCode,
      organLabelUrl: data.organLabelUrl,
      errorReportUrl: data.errorReportUrl,
      hotline: data.hotline ?? '12345',
      hotlineNote: data.hotlineNote,
    },
    navigation: [
      { label: homeLabel, url: localPath(PATHS.home, catalogue.locale) },
      ...catalogue.roots
        .filter(({ entry }) => entry.data.inNavigation !== false)
        .map(({ entry, path }) => ({ label: entry.data.title, url: path })),
    ],
    footer: data.footerGroups.map(({ title, links }) => ({ title, links })),
    lettersPath: letters?.path,
    otherHome: catalogue.other && localPath(PATHS.home, catalogue.other.locale),
  };
  const agencies = catalogue.agencies
    .filter((agency) => agency.data.acceptsCases)
    .map((agency) => ({ code: agency.data.code, title: agency.data.title }));
  const frame = { ...chrome, agencies };
  return {
    frame,
    frameDigest: digestOf(JSON.stringify(frame)),
    chrome,
    chromeDigest: digestOf(JSON.stringify(chrome)),
  };
}
