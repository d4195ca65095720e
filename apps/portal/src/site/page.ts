import { DEFAULT_LOCALE, type AnyEntry, type EntryOf, type Page, type PageGroup, type SearchDocument, type TypeName } from '@mingchuang/content';

import { inLocale } from '../strings/locale.ts';
import type { TemplateName, TemplateProps } from '../templates/props.ts';
import type { Building, Home, Question } from './building.ts';
import { digestOf } from './cards.ts';
import type { DocumentEntry } from './document-types.ts';
import { keepDocument, type KeepablePage } from './kept-pages.ts';
import { PageInputs } from './page-inputs.ts';

export type { Building } from './building.ts';
export type { ColumnFacts, Crumb, PageInputs } from './page-inputs.ts';

type Without<T, K extends string> = T extends unknown ? Omit<T, K> : never;

/** How the props of a page and its search entry are made of what was taken for it. */
interface Recipe<T extends TemplateName> {
  props: () => Without<TemplateProps[T], 'frame'>;
  search?: () => SearchDocument;
}

/** A page that is kept keeps this: functions in it are made where no building is in sight, or they would hold it. */
interface Definition<T extends TemplateName> {
  path: string;
  template: T;
  status?: 404 | 410;
  document?: AnyEntry;
  /** Which parts of the site the page is dressed in; forms need the list of agencies too. */
  frame?: 'whole' | 'none';
  /** Takes what the page is made of. */
  make: (use: PageInputs) => Recipe<T>;
}

/** Makes a page whose inputs are exactly what its builder took. */
export function definePage<T extends TemplateName>(building: Building, definition: Definition<T>): Page {
  return new DefinedPage(building, definition);
}

/**
 * A builder of the page of a document. It gets the document and what the collector finds beside it, and nothing else:
 * so the page is known to be as it was without being made, as long as the collector would find the same.
 */
export function defineDocument<T extends TypeName, N extends TemplateName>(template: N, make: (use: PageInputs, entry: EntryOf<T>, path: string) => Recipe<N>) {
  const definitionOf = (entry: EntryOf<T>, path: string): Definition<N> => ({ path, template, document: entry as unknown as AnyEntry, make: (use) => make(use, entry, path) });
  return (building: Building, entry: EntryOf<T>): Page => {
    const { path } = entry.data as { path: string };
    return keepDocument(building, path, entry as unknown as AnyEntry, () => new DefinedPage(building, definitionOf(entry, path)));
  };
}

/**
 * A builder of a page of a list, for `keepStretch`. It gets the entries, some facts of the list and what the collector finds
 * beside them, and nothing else.
 */
export function defineSlice<N extends TemplateName, F extends object>(template: N, make: (use: PageInputs, entries: readonly DocumentEntry[], facts: F, path: string) => Recipe<N>, frame?: 'none') {
  const definitionOf = (path: string, entries: readonly DocumentEntry[], facts: F): Definition<N> => ({ path, template, ...(frame && { frame }), make: (use) => make(use, entries, facts, path) });
  return (building: Building, path: string, entries: readonly DocumentEntry[], facts: F): KeepablePage => new DefinedPage(building, definitionOf(path, entries, facts));
}

/** Pages in the order they are built: single ones, and groups that are kept. */
export type Built = Iterable<Page | PageGroup>;

/** What a page was made of. */
interface Made<T extends TemplateName> {
  use: PageInputs;
  dress: object;
  recipe: Recipe<T>;
}

/**
 * What was made last, and of which page: whoever plans asks several things of one in a row. What is held weakly instead
 * outlives every collection but a full one.
 */
let last: { page: object; made: object } | undefined;

class DefinedPage<T extends TemplateName> implements KeepablePage {
  readonly path: string;
  readonly template: T;
  readonly status: Page['status'];
  readonly digest: string;
  readonly #definition: Definition<T>;
  readonly #isFound: boolean;
  #home: Home;

  constructor({ home }: Building, definition: Definition<T>) {
    this.#home = home;
    this.#definition = definition;
    this.path = definition.path;
    this.template = definition.template;
    this.status = definition.status ?? 200;
    this.digest = digestOf([this.path, this.template, this.status, ...this.inputs].join('\n'));
    this.#isFound = this.#make().recipe.search !== undefined;
  }

  get inputs(): readonly string[] {
    return this.#make().use.list;
  }

  get asked(): readonly Question[] {
    return this.#make().use.asked;
  }

  get document(): Page['document'] {
    const { document } = this.#definition;
    return document && { type: document.type, documentId: document.documentId, locale: document.locale };
  }

  get props(): () => object {
    const { dress, recipe } = this.#make();
    const { locale } = this.#home.building.catalogue;
    return () => inLocale(locale, () => ({ ...dress, ...recipe.props() }));
  }

  get search(): (() => SearchDocument) | undefined {
    return this.#isFound ? () => this.#tellSearch() : undefined;
  }

  moveTo(home: Home): void {
    this.#home = home;
    if (last?.page === this) last = undefined;
  }

  #tellSearch(): SearchDocument {
    const { locale } = this.#home.building.catalogue;
    const { document } = this.#definition;
    const found = inLocale(locale, this.#make().recipe.search!);
    return { ...found, text: [found.text, ...fileNames(document)].join('\n'), ...audiencesOf(document), ...(locale === DEFAULT_LOCALE ? {} : { language: locale }) };
  }

  #make(): Made<T> {
    if (last?.page === this) return last.made as Made<T>;
    const { building } = this.#home;
    const made = inLocale(building.catalogue.locale, () => {
      const { frame, document, make } = this.#definition;
      const use = new PageInputs(building);
      const dress = frame === 'none' ? {} : { frame: { ...(frame === 'whole' ? use.frame() : use.chrome()), ...(document && use.alternate(document)) } };
      return { use, dress, recipe: make(use) };
    });
    last = { page: this, made };
    return made;
  }
}

/** Files are looked for by their names. */
const fileNames = (document: AnyEntry | undefined): string[] => ((document?.data as { attachments?: { name: string }[] } | undefined)?.attachments ?? []).map(({ name }) => name.replace(/\.\w+$/, ''));

/** For whom a document is written, where it says so: one may search for that. */
function audiencesOf(document: AnyEntry | undefined): Pick<SearchDocument, 'audiences'> {
  const { audiences = [] } = (document?.data ?? {}) as { audiences?: string[] };
  return audiences.length ? { audiences } : {};
}
