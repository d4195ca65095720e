import type { AnnualReport, DisclosurePage, PowerItem, PublicNotice } from '@mingchuang/content';

import type { Body } from '../../body/render-body.ts';
import type { CardOf, PeriodState } from '../../site/cards.ts';
import type { ColumnFacts, Crumb } from '../../site/page.ts';
import type { DocumentPage, Framed, Pager } from '../props.ts';
import type { OfferedFacet } from './policies.ts';

/** The way through the platform, on the left of every page below it (国办公开办函〔2019〕61号). */
export interface PlatformNav extends Crumb {
  blocks: (Crumb & { isHere: boolean })[];
}

/** A class as front pages offer it; without a page while there is nothing in it. */
export interface StatutoryClass {
  key: string;
  label: string;
  path: string;
  isEmpty: boolean;
  /** Left out where a page must not change with every new document. */
  count: number | undefined;
}

/** An entry of the catalogue: 索引、名称、内容概述、生成日期 (《政府信息公开条例》第十二条), and who answers for it. */
export interface CatalogueRow {
  path: string;
  title: string;
  indexNumber: string;
  summary: string;
  madeOn: string;
  agency: string;
  category: string;
}

/** A page of the platform 政府信息公开, with the way through it on its left. */
interface OnPlatform {
  path: string;
  /** Absent where the column stands outside a platform. */
  platform: PlatformNav | undefined;
}

interface PlatformColumn extends Framed, OnPlatform {
  column: ColumnFacts;
  introduction: Body | undefined;
}

/** One of the four blocks on the front page, by what it holds. */
export type PlatformBlock = Crumb & {
  description?: string;
  pages?: CardOf<'disclosure-page'>[];
  classes?: StatutoryClass[];
  reports?: CardOf<'annual-report'>[];
};

/** Disclosure of government information: the platform, its catalogue, reports, notices, powers. */
export interface DisclosureTemplates {
  DisclosurePlatform: PlatformColumn & { platform: PlatformNav; blocks: PlatformBlock[] };
  DisclosurePages: PlatformColumn & { cards: CardOf<'disclosure-page'>[] };
  DisclosurePage: DocumentPage & OnPlatform & { page: DisclosurePage; body: Body };
  StatutoryCatalogue: PlatformColumn & {
    classes: StatutoryClass[];
    facets: OfferedFacet[];
    /** Newest first. */
    rows: CatalogueRow[];
    total: number;
    pager: Pager | undefined;
    /** The catalogue as CSV, a file for each year, and one for what has none. */
    csv: { year: string | undefined; path: string }[];
    /** Addresses of all entries, the newest first, for filtering in the browser. */
    filter: string[];
  };
  /** A class, an agency or a year of the catalogue, or a numbered page of a list. */
  CatalogueList: Framed &
    OnPlatform & {
      column: ColumnFacts;
      /** Absent on numbered pages of the whole catalogue. */
      shown: { title: string; label: string } | undefined;
      rows: CatalogueRow[];
      pager: Pager | undefined;
      total: number | undefined;
      /** Address of the list as CSV, where it can be downloaded by itself. */
      csv: string | undefined;
    };
  AnnualReports: PlatformColumn & { cards: CardOf<'annual-report'>[] };
  AnnualReport: DocumentPage &
    OnPlatform & {
      report: AnnualReport;
      overview: Body;
      problems: Body | undefined;
      other: Body | undefined;
    };
  PublicNotice: DocumentPage & {
    notice: PublicNotice;
    body: Body;
    state: PeriodState;
    /** Days until the last one; set while the period runs. */
    daysLeft: number | undefined;
  };
  /** What is left of a notice after its day to go off line. */
  NoticeOver: DocumentPage & { notice: Pick<PublicNotice, 'kind' | 'startsOn' | 'endsOn'> };
  PowerItem: DocumentPage & {
    item: PowerItem;
    basis: Body;
    duties: Body;
    accountability: Body;
    service: CardOf<'service-item'> | undefined;
  };
  PowerItems: Framed & {
    path: string;
    column: ColumnFacts;
    introduction: Body | undefined;
    facets: OfferedFacet[];
    /** By agency; `path` leads to all of an agency. */
    groups: { key: string; label: string; path: string; total: number; cards: CardOf<'power-item'>[] }[];
  };
}
