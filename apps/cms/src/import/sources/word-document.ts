import * as cheerio from 'cheerio';
import mammoth from 'mammoth';

import type { Row } from './source-row';

/** What of a paragraph mammoth gives a transformation. */
interface Paragraph {
  alignment?: string | null;
  styleName?: string | null;
}

/** The style sheet of Chinese word processors, where it differs from mammoth's own. */
const STYLES = [
  "p[style-name='Title'] => h1.title:fresh",
  "p[style-name='标题'] => h1.title:fresh",
  ...[1, 2, 3, 4].map((level) => `p[style-name='标题 ${level}'] => h${level}:fresh`),
  "p[style-name='align-right'] => p.align-right:fresh",
  "p[style-name='align-center'] => p.align-center:fresh",
];

/** Where a line stands tells a signature from a sentence; mammoth keeps styles only, so the place becomes one. */
// mammoth's types leave its documented transforms out.
const { transforms } = mammoth as unknown as { transforms: { paragraph(change: (paragraph: Paragraph) => Paragraph): (document: unknown) => unknown } };
const keepAlignment = transforms.paragraph((paragraph: Paragraph) => {
  const isPlain = !paragraph.styleName || /^(normal|正文|body text)/i.test(paragraph.styleName);
  if (!isPlain || !['right', 'center'].includes(paragraph.alignment ?? '')) return paragraph;
  return { ...paragraph, styleName: `align-${paragraph.alignment!}` };
});

/**
 * Reads a DOCX document: its text with headings, lists, tables and pictures (as `data:` addresses), and its title: what
 * is set in the title style, or else the first heading.
 */
export async function readWordDocument(bytes: Buffer): Promise<{ value: Row } | { unreadable: string }> {
  let html: string;
  try {
    ({ value: html } = await mammoth.convertToHtml({ buffer: bytes }, { styleMap: STYLES, transformDocument: keepAlignment }));
  } catch {
    return { unreadable: '打不开这个文件。如果是 .doc 或 .wps 文件，请用文字处理软件另存为 .docx；加了密码的请先去掉密码' };
  }
  const $ = cheerio.load(html, null, false);
  $('p.align-right').attr('align', 'right');
  $('p.align-center').attr('align', 'center');
  const heading = $('h1.title').first().get(0) ?? $('h1,h2,h3').first().get(0);
  const title = heading && $(heading).text().trim();
  if (heading && title) $(heading).remove();
  const text = $.root().find('p,h1,h2,h3,h4,li,td').toArray().map((block) => $(block).text().trim()).filter(Boolean).join('\n');
  return { value: { ...(title ? { title } : {}), body: $.html(), text } };
}
