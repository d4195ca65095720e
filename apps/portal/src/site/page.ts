import { DEFAULT_LOCALE, type AnyEntry, type EntryOf, type Page, type SearchDocument, type TypeName } from '@mingchuang/content';

import { inLocale } from '../strings/locale.ts';
import type { TemplateName, TemplateProps } from '../templates/props.ts';
import type { Building } from './building.ts';
import { digestOf } from './cards.ts';
import { keepDigest, keptDigest } from './kept-digests.ts';
import { PageInputs } from './page-inputs.ts';

export type { Building } from './building.ts';
export type { ColumnFacts, Crumb, PageInputs } from './page-inputs.ts';

type Without<T, K extends string> = T extends unknown ? Omit<T, K> : never;

/** How the props of a page and its search entry are made of what was taken for it. */
interface Recipe<T extends TemplateName> {
  props: () => Without<TemplateProps[T], 'frame'>;
  search?: () => SearchDocument;
}

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
  return (building: Building, entry: EntryOf<T>): Page => {
    const { path } = entry.data as { path: string };
    const document = entry as unknown as AnyEntry;
    const definition: Definition<N> = { path, template, document, make: (use) => make(use, entry, path) };
    const known = keptDigest(building, path, document);
    const page = new DefinedPage(building, definition, known);
    if (!known) keepDigest(building, document, page.toKeep());
    return page;
  };
}

class DefinedPage<T extends TemplateName> implements Page {
  readonly path: string;
  readonly template: T;
  readonly status: Page['status'];
  readonly digest: string;
  readonly #building: Building;
  readonly #definition: Definition<T>;
  readonly #isFound: boolean;
  #made: { use: PageInputs; dress: object; recipe: Recipe<T> } | undefined;

  constructor(building: Building, definition: Definition<T>, known?: { digest: string; isFound: boolean }) {
    this.#building = building;
    this.#definition = definition;
    this.path = definition.path;
    this.template = definition.template;
    this.status = definition.status ?? 200;
    this.digest = known?.digest ?? digestOf([this.path, this.template, this.status, ...this.inputs].join('\n'));
    this.#isFound = known?.isFound ?? this.#make().recipe.search !== undefined;
  }

  get inputs(): readonly string[] {
    return this.#make().use.list;
  }

  get document(): Page['document'] {
    const { document } = this.#definition;
    return document && { type: document.type, documentId: document.documentId, locale: document.locale };
  }

  get props(): () => object {
    const { dress, recipe } = this.#make();
    return () => this.#speak(() => ({ ...dress, ...recipe.props() }));
  }

  get search(): (() => SearchDocument) | undefined {
    if (!this.#isFound) return undefined;
    const { locale } = this.#building.catalogue;
    return () => ({ ...this.#speak(this.#make().recipe.search!), ...audiencesOf(this.#definition.document), ...(locale === DEFAULT_LOCALE ? {} : { language: locale }) });
  }

  toKeep() {
    return { path: this.path, digest: this.digest, isFound: this.#isFound, asked: [...new Set(this.#make().use.asked)] };
  }

  #speak<V>(say: () => V): V {
    return inLocale(this.#building.catalogue.locale, say);
  }

  #make() {
    return (this.#made ??= this.#speak(() => {
      const { frame, document, make } = this.#definition;
      const use = new PageInputs(this.#building);
      const dress = frame === 'none' ? {} : { frame: { ...(frame === 'whole' ? use.frame() : use.chrome()), ...(document && use.alternate(document)) } };
      return { use, dress, recipe: make(use) };
    }));
  }
}

/** For whom a document is written, where it says so: one may search for that. */
function audiencesOf(document: AnyEntry | undefined): Pick<SearchDocument, 'audiences'> {
  const { audiences = [] } = (document?.data ?? {}) as { audiences?: string[] };
  return audiences.length ? { audiences } : {};
}
