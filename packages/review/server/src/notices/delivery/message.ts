import { groupLabelOf, kindOf } from '../kinds.ts';

/** One notice as it may leave the house: what happened, the title if that is allowed, a link. Never the text. */
export interface Line {
  kind: string;
  title: string | null;
  /** Whole address; undefined while nobody has told the CMS its own. */
  url: string | undefined;
}

/** What goes to one place at one time. */
export interface Message {
  /** Repeated when it is sent again: by it a receiver can tell that it has it already. */
  id: string;
  bundle: 'now' | 'night' | 'digest';
  lines: readonly Line[];
}

/** The heading of a message. @param reader Decides what kinds are called. */
export function headingOf({ bundle, lines }: Message, reader: 'person' | 'group'): string {
  const what = reader === 'group' ? groupLabelOf : (kind: string) => kindOf(kind).label;
  if (lines.length === 1) return [what(lines[0]!.kind), lines[0]!.title].filter(Boolean).join('：');
  if (bundle === 'digest') return `今日汇总：${lines.length} 条通知`;
  return bundle === 'night' ? `夜间有 ${lines.length} 条通知` : `${lines.length} 条通知`;
}

/** Most notices one message names. */
export const NAMED = 20;

/** The lines a message names, and how many more there are. */
export function namedIn({ lines }: Message, most = NAMED): { named: readonly Line[]; more: number } {
  return { named: lines.slice(0, most), more: Math.max(0, lines.length - most) };
}
