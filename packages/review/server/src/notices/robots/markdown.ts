import { headingOf, type Line, type Message, namedIn } from '../delivery/message.ts';
import { groupLabelOf } from '../kinds.ts';

const LOOKALIKES: Record<string, string> = { '[': '［', ']': '］', '<': '＜', '>': '＞', '*': '＊', '`': '｀', '#': '＃', '_': '＿', '\\': '＼', '@': '＠' };

/**
 * Text that Markdown of the services takes as text. Their dialects have no common way to escape: characters that would
 * begin a link, a mention of a person or a format are replaced by their full-width twins.
 */
export function plainInMarkdown(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[[\]<>*`#_\\@]/g, (character) => LOOKALIKES[character]!);
}

/** A message in the Markdown that 企业微信 and 钉钉 have in common. @param most How many notices are named. */
export function markdownOf(message: Message, most?: number): string {
  const { named, more } = namedIn(message, most);
  if (message.lines.length === 1) return lineOf(named[0]!);
  const rest = more > 0 ? [`还有 ${more} 条，请到后台查看。`] : [];
  return [`**${headingOf(message, 'group')}**`, ...named.map((line) => `- ${lineOf(line)}`), ...rest].join('\n\n');
}

function lineOf({ kind, title, url }: Line): string {
  const what = `**${groupLabelOf(kind)}**`;
  const named = title ? plainInMarkdown(title) : undefined;
  if (!url) return [what, named].filter(Boolean).join('：');
  return named ? `${what}：[${named}](${url})` : `${what}：[到后台查看](${url})`;
}
