import { marked } from 'marked';
import { parse } from 'yaml';

import type { Row } from './source-row';

const FRONT_MATTER = /^---\r?\n([\s\S]*?)\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/;

/**
 * Reads a Markdown file: the values of its front matter, and the rest as HTML. The title is that of the front matter or
 * the first heading.
 */
export function readMarkdownPage(text: string): { value: Row } | { unreadable: string } {
  const front = FRONT_MATTER.exec(text);
  let values: Row = {};
  try {
    const parsed: unknown = front ? parse(front[1]!) : {};
    if (parsed && typeof parsed === 'object' && !Array.isArray(parsed)) values = parsed as Row;
  } catch (error) {
    return { unreadable: `文件开头的说明（front matter）不是正确的 YAML：${(error as Error).message.split('\n')[0]}` };
  }
  const source = text.slice(front?.[0].length ?? 0);
  const heading = /^#[ \t]+(.+?)[ \t#]*$/m.exec(source);
  const title = values.title ?? heading?.[1];
  return { value: { ...values, ...(title ? { title } : {}), body: marked.parse(source, { async: false, gfm: true, breaks: false }) } };
}
