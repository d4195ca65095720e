import type { AnyEntry, Frame, Ref, TypeName } from '@mingchuang/content';

import type { Building, Question, Shared } from './building.ts';
import { digestOf, type CardOf } from './cards.ts';
import type { ColumnNode } from './catalogue.ts';
import type { DocumentType } from './document-types.ts';
import type { Chrome } from './frame.ts';
import { Inputs, pathOf } from './inputs.ts';
import { answer, CHROME, entryAt, FRAME, question, TODAY, twinOf } from './questions-to-site.ts';

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

/** The collector a builder gets, with what depends on the catalogue. */
export class PageInputs extends Inputs {
  /** What was asked so far of the rest of the site. */
  readonly asked: Question[] = [TODAY];
  readonly #building: Building;

  constructor(building: Building) {
    super(building.catalogue.today);
    this.#building = building;
  }

  override find(type: TypeName, id: string): AnyEntry | undefined {
    return this.ask(entryAt(type, id)) as AnyEntry | undefined;
  }

  /** What a question to the rest of the site is answered now. The same answer makes the same page. */
  ask(one: Question): unknown {
    this.asked.push(one);
    return answer(this.#building, one);
  }

  chrome(): Chrome {
    this.ask(CHROME);
    return this.known('frame', this.#building.chrome, this.#building.chromeDigest);
  }

  frame(): Frame {
    this.ask(FRAME);
    return this.known('whole-frame', this.#building.frame, this.#building.frameDigest);
  }

  /**
   * What many pages take alike is taken once for all of them, and one digest stands for it. Not for documents shown whole.
   * @param take The same for a name whoever calls: it is kept, so it may know ids and nothing of one building.
   */
  alike<V>(name: string, take: (use: PageInputs, building: Building) => V): V {
    const { value, digest } = shareAlike(this.#building, name, take);
    this.ask(question(`alike:${name}`, () => (building) => shareAlike(building, name, take).digest));
    return this.known(name, value as V, digest);
  }

  /** The column a page is in, with the way to it. */
  column({ entry: { documentId } }: ColumnNode): ColumnFacts {
    return this.columnAt(documentId)!;
  }

  /** The column with an id, if it is published. */
  columnAt(id: string): ColumnFacts | undefined {
    const node = this.#building.catalogue.column(id);
    this.ask(columnDigest(id));
    if (!node) return undefined;
    const { value, digest } = shareColumn(this.#building, node);
    return this.known(`column:${id}`, value as ColumnFacts, digest);
  }

  columnIf(node: ColumnNode | undefined): ColumnFacts | undefined {
    return node && this.column(node);
  }

  /** The column of a kind that there is one of. */
  columnOfKind(kind: ColumnKind): ColumnFacts | undefined {
    const id = this.ask(firstOfKind(kind)) as string | undefined;
    return id === undefined ? undefined : this.columnAt(id);
  }

  /** The day that decides what is over and what is open. */
  today(): string {
    return this.#building.catalogue.today;
  }

  /** A document another one refers to, when it is published and has an address. */
  linked<T extends DocumentType>(type: T, references: readonly { documentId: string }[]): CardOf<T>[] {
    const found = references.flatMap(({ documentId }) => {
      const entry = this.find(type, documentId);
      return entry && pathOf(entry) ? [entry] : [];
    });
    return this.cards(found as never[]);
  }

  agency(reference: { documentId: string } | undefined) {
    return this.cardIf(reference && (this.find('agency', reference.documentId) as never)) as CardOf<'agency'> | undefined;
  }

  /** The address of a document in the other language, when it has a page there. */
  alternate({ type, documentId }: Ref): { alternate?: string } {
    if (!this.#building.catalogue.other) return {};
    const path = this.ask(twinOf(type as TypeName, documentId)) as string | undefined;
    return path ? { alternate: this.fact('alternate', path) } : {};
  }
}

type ColumnKind = ColumnNode['entry']['data']['kind'];

const firstOfKind = (kind: ColumnKind) => question(`kind:${kind}`, () => ({ catalogue }) => catalogue.columns.find(({ entry }) => entry.data.kind === kind)?.entry.documentId);

const columnDigest = (id: string) =>
  question(`column:${id}`, () => (building) => {
    const node = building.catalogue.column(id);
    return node && shareColumn(building, node).digest;
  });

function shareAlike(building: Building, name: string, take: (use: PageInputs, building: Building) => unknown): Shared {
  const { shared } = building;
  let found = shared.get(name);
  if (!found) {
    const use = new PageInputs(building);
    const value = take(use, building);
    shared.set(name, (found = { value, digest: digestOf(use.list.join('\n')) }));
  }
  return found;
}

const shareColumn = (building: Building, node: ColumnNode) => shareAlike(building, `column:${node.entry.documentId}`, (use) => takeColumn(use, node));

function takeColumn(use: PageInputs, node: ColumnNode): ColumnFacts {
  const crumbs: Crumb[] = [];
  for (let at = node.parent; at; at = at.parent) crumbs.unshift({ title: use.fact('above', at.entry.data.title), path: use.fact('at', at.path) });
  const { title, description, keywords, columnType } = use.card(node.entry);
  const path = use.fact('at', node.path);
  return { title, path, description, keywords, columnType, crumbs: [...crumbs, { title, path }] };
}
