import type { CheckedDocument } from './document.ts';
import type { Level, Remark } from './finding.ts';

/**
 * What documents are held to: one idea, told from the document alone and from facts that were gathered for it before.
 * A check is pure, so that the admin runs the same one while somebody writes.
 */
export interface Check<Facts = undefined> {
  id: string;
  /** What is looked at, in Chinese: 错别字. */
  title: string;
  /** The most it can say. */
  heaviest: Level;
  /**
   * Asks what else there is: files, other documents. Programs that bring a whole site publish in an order of their own,
   * and are not held to it.
   */
  looksAround?: true;
  /** Uids of the content types; every reviewed type where it says none. */
  types?: readonly string[];
  /** Everything the check has against the document, all at once. */
  find(document: CheckedDocument, facts: Facts): Remark[];
}

/** A document with what its check must say of it: the proof of a check stands in its own file. */
export interface Example<Facts = undefined> {
  /** Of what it is an example, in English. */
  says: string;
  type?: string;
  /** Values of the document; `body` is rich text, everything else what its schema says. */
  values: Record<string, unknown>;
  facts?: Facts;
  /** The level and words of each finding in their order: `confirm 138****5678`, or the field where no words are quoted. */
  finds: readonly string[];
  /** The document's text after every fix was taken, where there are fixes. */
  fixed?: string;
}
