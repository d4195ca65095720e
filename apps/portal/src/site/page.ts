import { DEFAULT_LOCALE, type AnyEntry, type Frame, type Page, type SearchDocument } from '@mingchuang/content';

import { inLocale } from '../strings/locale.ts';
import type { TemplateName, TemplateProps } from '../templates/props.ts';
import { digestOf, type CardOf } from './cards.ts';
import type { Catalogue, ColumnNode, DocumentType } from './catalogue.ts';
import type { Chrome, FrameParts } from './frame.ts';
import { Inputs, pathOf } from './inputs.ts';

/** What a builder of pages works with. */
export interface Building extends FrameParts {
  catalogue: Catalogue;
  /** What many pages take alike, by name. */
  shared: Map<string, Shared>;
}

interface Shared {
  value: unknown;
  digest: string;
}

/** A place above a page, for the breadcrumb. */
export interface Crumb {
  title: string;
  path: string;
}

/** What a page shows of the column it belongs to. */
export interface ColumnFacts {
  title: string;
  path: string;
  description: string;
  keywords: string;
  columnType: string;
  /** Columns above, first level first, this one last. */
  crumbs: Crumb[];
}

type Without<T, K extends string> = T extends unknown ? Omit<T, K> : never;

interface Definition<T extends TemplateName> {
  path: string;
  template: T;
  status?: 404 | 410;
  document?: AnyEntry;
  /** Which parts of the site the page is dressed in; forms need the list of agencies too. */
  frame?: 'whole' | 'none';
  /** Takes what the page is made of and answers how its props and its search entry are made of that. */
  make: (use: PageInputs) => {
    props: () => Without<TemplateProps[T], 'frame'>;
    search?: () => SearchDocument;
  };
}

/** The collector a builder gets, with what depends on the catalogue. */
export class PageInputs extends Inputs {
  readonly #building: Building;

  constructor(building: Building) {
    super(building.catalogue.snapshot, building.catalogue.today);
    this.#building = building;
  }

  chrome(): Chrome {
    return this.known('frame', this.#building.chrome, this.#building.chromeDigest);
  }

  frame(): Frame {
    return this.known('whole-frame', this.#building.frame, this.#building.frameDigest);
  }

  /** What many pages take alike is taken once for all of them, and one digest stands for it. Not for documents shown whole. */
  alike<V>(name: string, take: (use: PageInputs) => V): V {
    const { shared } = this.#building;
    let found = shared.get(name);
    if (!found) {
      const use = new PageInputs(this.#building);
      const value = take(use);
      shared.set(name, (found = { value, digest: digestOf(use.list.join('\n')) }));
    }
    return this.known(name, found.value as V, found.digest);
  }

  /** The column a page is in, with the way to it. */
  column(node: ColumnNode): ColumnFacts {
    return this.alike(`column:${node.entry.documentId}`, (use) => use.#takeColumn(node));
  }

  #takeColumn(node: ColumnNode): ColumnFacts {
    const crumbs: Crumb[] = [];
    for (let at = node.parent; at; at = at.parent)
      crumbs.unshift({ title: this.fact('above', at.entry.data.title), path: this.fact('at', at.path) });
    const { title, description, keywords, columnType } = this.card(node.entry);
    const path = this.fact('at', node.path);
    return { title, path, description, keywords, columnType, crumbs: [...crumbs, { title, path }] };
  }

  columnIf(node: ColumnNode | undefined): ColumnFacts | undefined {
    return node && this.column(node);
  }

  /** A document another one refers to, when it is published and has an address. */
  linked<T extends DocumentType>(type: T, references: readonly { documentId: string }[]): CardOf<T>[] {
    const found = references.flatMap(({ documentId }) => {
      const entry = this.#building.catalogue.snapshot.find(type, documentId);
      return entry && pathOf(entry as unknown as AnyEntry) ? [entry] : [];
    });
    return this.cards(found);
  }

  agency(reference: { documentId: string } | undefined) {
    return this.cardIf(reference && this.#building.catalogue.snapshot.find('agency', reference.documentId));
  }
}

/** Makes a page whose inputs are exactly what its builder took. */
export function definePage<T extends TemplateName>(building: Building, definition: Definition<T>): Page {
  const { path, template, status = 200, document, frame, make } = definition;
  const use = new PageInputs(building);
  const dress = frame === 'none' ? {} : { frame: { ...(frame === 'whole' ? use.frame() : use.chrome()), ...takeAlternate(building, use, document) } };
  const { locale } = building.catalogue;
  const { props, search } = make(use);
  return {
    path,
    template,
    status,
    inputs: use.list,
    props: () => inLocale(locale, () => ({ ...dress, ...props() })),
    ...(search ? { search: () => ({ ...inLocale(locale, search), ...audiencesOf(document), ...(locale === DEFAULT_LOCALE ? {} : { language: locale }) }) } : {}),
    ...(document
      ? { document: { type: document.type, documentId: document.documentId, locale: document.locale } }
      : {}),
  };
}

/** For whom a document is written, where it says so: one may search for that. */
function audiencesOf(document: AnyEntry | undefined): Pick<SearchDocument, 'audiences'> {
  const { audiences = [] } = (document?.data ?? {}) as { audiences?: string[] };
  return audiences.length ? { audiences } : {};
}

/** The document of a page in the other language, when it has a page there. */
function takeAlternate({ catalogue: { other } }: Building, use: PageInputs, document: AnyEntry | undefined): { alternate?: string } {
  const twin = other && document && other.snapshot.find(document.type, document.documentId, other.locale);
  const path = pathOf(twin as AnyEntry | undefined);
  return path ? { alternate: use.fact('alternate', path) } : {};
}
