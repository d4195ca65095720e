/** What a finding does at the gates: `block` stops it, `confirm` wants a tick, `hint` only informs. */
export type Level = 'block' | 'confirm' | 'hint';

/** Where in the text of a field, as people read it: from the first character to behind the last. */
export interface Span {
  start: number;
  end: number;
}

/** What a check says of one place of a document. */
export interface Remark {
  level: Level;
  /** The attribute, with dots down to a part of it: `materials.0.name`. */
  field: string;
  /** One sentence in Chinese: what is wrong. */
  message: string;
  /** What to do about it. */
  remedy: string;
  /** The rule behind it, where there is one. */
  clause?: string;
  /** The words it is about; masked where they are personal. */
  quote?: string;
  span?: Span;
  /** What to put in place of the words of `span`. */
  fix?: string;
}

/** A remark with the check that made it. */
export interface Finding extends Remark {
  check: string;
  /** The same for the same words in the same place, so that what a person has said of it stays with it. */
  key: string;
}

const WEIGHT: Record<Level, number> = { block: 0, confirm: 1, hint: 2 };

/** Names the check of a remark. */
export function toFinding(check: string, remark: Remark): Finding {
  const { field, quote, message } = remark;
  return { ...remark, check, key: [check, field, quote ?? message].join('|') };
}

/** The heaviest first; those of one level in the order of the document. */
export const byLevel = (a: { level: Level }, b: { level: Level }): number => WEIGHT[a.level] - WEIGHT[b.level];

/** What a person is told where there is room for one sentence. */
export const say = ({ message, remedy }: { message: string; remedy: string }): string => `${message}${remedy}`;
