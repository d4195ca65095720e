import type { Body } from '../../body/render-body.ts';
import type { CardOf } from '../../site/cards.ts';
import type { ColumnFacts, Crumb } from '../../site/page.ts';
import type { AnyCard, Framed, Pager } from '../props.ts';

/** A way to divide a list, as a front page offers it. */
export interface OfferedFacet {
  name: string;
  title: string;
  values: { key: string; label: string; path: string; count: number }[];
}

/** The library of policies and the lists it is divided into. */
export interface PoliciesTemplates {
  PolicyLibrary: Framed & {
    path: string;
    column: ColumnFacts;
    children: Crumb[];
    introduction: Body | undefined;
    /** Newest first. */
    cards: CardOf<'policy-document'>[];
    total: number;
    facets: OfferedFacet[];
    pager: Pager | undefined;
    /** Address of all documents, for filtering in the browser. */
    rows: string;
    rss: string;
  };
  /** The documents of one value of a facet, or a numbered page of a whole column. */
  FacetList: Framed & {
    path: string;
    column: ColumnFacts;
    /** The facet and its value; absent on numbered pages of the whole column. */
    shown: { title: string; label: string } | undefined;
    /** Where the choice can be narrowed further. */
    refine: string | undefined;
    /** Newest first. */
    cards: AnyCard[];
    pager: Pager | undefined;
    /** How many there are; left out on numbered pages, which must not change with every new document. */
    total: number | undefined;
  };
}
