import type { Ref } from './entry.ts';

/**
 * One page of the site. `digest` stands for everything the page is made of: while it is the same, so is the page. Reading
 * `props` takes what the page is made of as it is then; calling them reads nothing else, no clock, environment or file.
 */
export interface Page {
  /** Address from the root: `/a/b/` for pages, `/a/rss.xml` for files. Percent-encoding is not used. */
  path: string;
  /** Name of a template of the portal. */
  template: string;
  /** 200 unless the page says that something is not here: 404 or 410. */
  status: 200 | 404 | 410;
  digest: string;
  /** What the digest is of, part by part: for whoever asks why a page changed. */
  readonly inputs?: readonly string[];
  props: () => object;
  /** What the search index holds of the page; absent for pages that are not to be found. */
  search?: (() => SearchDocument) | undefined;
  /** The document the page belongs to: told to its editors when the page cannot be drawn. */
  document?: (Ref & { locale: string }) | undefined;
}

/** An address that answers 301. */
export interface RedirectPage {
  path: string;
  status: 301;
  /** A path from the root or an https address. */
  location: string;
  /** The document an editor asked for it with. */
  document?: Page['document'];
}

/** Pages and redirects in their order: while nothing in a group changes, a renderer gives the same object. */
export type PageGroup = readonly (Page | RedirectPage)[];

/** Two want one address. The first has it. */
export interface AddressConflict {
  path: string;
  /** The document that goes without; nothing for a redirect that the platform makes. */
  document: Page['document'];
  /** The document that has it; nothing for a page of the platform's own. */
  holder: Page['document'];
}

/** What a draw needs: a `Page` with its props taken, or a page the gateway makes up for one visitor. */
export interface Drawable {
  path: string;
  template: string;
  props: object;
}

export interface Drawn {
  status: number;
  /** Content type, with charset. */
  type: string;
  body: string;
}

/** The kinds a search result can have, in the order facets show them. */
export const SEARCH_KINDS = ['service', 'policy', 'interpretation', 'article', 'faq', 'letter', 'interaction', 'disclosure', 'data', 'agency', 'column'] as const;
export type SearchKind = (typeof SEARCH_KINDS)[number];
export const SEARCH_KIND_LABELS: Record<SearchKind, string> = {
  service: '办事',
  policy: '政策文件',
  interpretation: '政策解读',
  article: '信息',
  faq: '问答',
  letter: '来信',
  interaction: '互动',
  disclosure: '公开',
  data: '数据',
  agency: '机构',
  column: '栏目',
};

/** One document of the search index. */
export interface SearchDocument {
  /** Path of the page. */
  url: string;
  kind: SearchKind;
  title: string;
  /** Other names it is searched by: document numbers, plain names, other ways to ask. Weighs like the title. */
  aliases: readonly string[];
  /** Plain text, paragraphs parted by line feeds. */
  text: string;
  /** YYYY-MM-DD. */
  date?: string;
  agency?: string;
  /** Set for policies, and for interpretations of none that applies; `expired` and `repealed` rank below what is in force. */
  validity?: string;
  /** Set for what is not in Chinese: each language is searched by itself. */
  language?: string;
  /** One line shown under the title: document number, fee and time of a service, answering agency. */
  summary?: string;
  /** For whom it is written: keys of the field of that name. */
  audiences?: readonly string[];
  /** Parts of a long page that have an address, in the order of the text. */
  sections?: readonly SearchSection[];
  /** What a service or a question answers at once. */
  card?: SearchCard;
}

/** A part of a page: the text from one place to the next section. */
export interface SearchSection {
  /** What follows `#` in its address. */
  id: string;
  title: string;
  /** Place in the document's text at which it begins. */
  from: number;
}

/** What is known of a page in so many words, so that a search can answer with it. Texts as people read them. */
export type SearchCard = ServiceCard | QuestionCard | AgencyCard;

/** A service: what people ask first. */
export interface ServiceCard {
  kind: 'service';
  /** Other names it is known by. */
  names?: string[];
  /** Of fee, time and visits the first line is the fact, further ones are notes. */
  fee?: string;
  time?: string;
  /** How often one must come. */
  visits?: string;
  /** By which ways it can be done. */
  ways?: string;
  places?: { name: string; address: string; hours: string; phone?: string }[];
  /** Who answers questions about it. */
  phone?: string;
  /** Where it is done online: a path from the root or an https address. */
  online?: string;
  materials?: string[];
  /** Each with what is done in it. */
  steps?: string[];
  /** Who can have it, one condition an entry. */
  conditions?: string[];
  /** Questions that the guide answers itself, each with its answer. */
  asked?: [question: string, answer: string][];
}

/** A question with its whole answer. */
export interface QuestionCard {
  kind: 'question';
  /** Other ways to ask it. */
  names?: string[];
  answer: string;
  /** Day on which the answer was last found right. */
  checked?: string;
}

/** An agency: how to reach it. */
export interface AgencyCard {
  kind: 'agency';
  /** Other names it is known by. */
  names?: string[];
  phone?: string;
  address?: string;
  /** How to get there. */
  transit?: string;
  hours?: string;
}
