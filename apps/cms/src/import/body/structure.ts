import type { Block } from './blocks';

type Line = Extract<Block, { kind: 'line' }>;

const NUMERAL = '[一二三四五六七八九十百零〇]+';
const CHAPTER = new RegExp(`^第${NUMERAL}[编章]`);
const SECTION = new RegExp(`^第${NUMERAL}节`);
const ARTICLE = new RegExp(`^(第${NUMERAL}条(?:之${NUMERAL})?)[\\s\u3000]*`);
const FIRST_LEVEL = new RegExp(`^${NUMERAL}、`);
const SECOND_LEVEL = new RegExp(`^[（(]${NUMERAL}[）)]`);
const THIRD_LEVEL = /^\d{1,2}[.．、]\s*\D/;
const DATE_LINE = /^[（(]?[\d一二〇○零三四五六七八九]{4}\s*年\s*[\d一二三四五六七八九十]{1,2}\s*月\s*[\d一二三四五六七八九十]{1,3}\s*日[）)]?$/;
/** Bodies an official document can be addressed to. */
const ADDRESSEE = /(人民政府|委员会|[厅局部委署院办]|办公室|公司|单位|机构|部门|组织|学校)[^。；]*[：:]$/;
const PUBLIC_NOTE = /^[（(]此件.{0,12}[）)]$/;
const ATTACHMENT = /^附(件|录)?[\d一二三四五六七八九十]*[：:]?$/;

/** Sentences that lead to a list end like an address, but begin like a sentence. */
const SENTENCE = /^(为|根据|依|本|现|凡|[\d一二]+[九\d]|.*(是指|如下|下列|以下)|.*(实行|发布|明确|落实))/;

/** A heading stands alone and is short; longer lines are sentences that only begin with a number. */
const HEADING_LENGTH = 50;
/** Names and dates of a signature are short; a right-aligned paragraph is not one. */
const SIGNATURE_LENGTH = 40;

const compact = (text: string) => text.replace(/[\s\u00a0\u3000]+/g, '');
const standsAlone = (text: string) => text.length <= HEADING_LENGTH && !/[。；，：].+/.test(text) && !/[；，]$/.test(text);

/** In a law, （一） numbers the items of an article: unmarked, ended by a stop or followed by the next one. */
function isListItem(line: Line, next: Block | undefined): boolean {
  return /[。；：:]$/.test(line.text) || next?.kind !== 'line' || SECOND_LEVEL.test(next.text) || ARTICLE.test(next.text);
}

function headingLevel(line: Line, next?: Block): 2 | 3 | 4 | undefined {
  const { text } = line;
  if (CHAPTER.test(text) && text.length <= HEADING_LENGTH) return 2;
  if (SECTION.test(text) && text.length <= HEADING_LENGTH) return 3;
  if (FIRST_LEVEL.test(text) && standsAlone(text)) return 2;
  if (SECOND_LEVEL.test(text) && standsAlone(text) && (line.marked || !isListItem(line, next))) return 3;
  if (THIRD_LEVEL.test(text) && line.marked && standsAlone(text)) return 4;
  if (line.align === 'centre' && (line.marked || ATTACHMENT.test(text)) && text.length <= HEADING_LENGTH) return 2;
  if (line.heading) return line.heading <= 2 ? 2 : line.heading === 3 ? 3 : 4;
  return undefined;
}

/** Headings spread over their line by spaces are closed: “第一章　总　则” reads “第一章 总则”. */
function headingText(line: Line): string {
  const text = line.text.replace(/(?<=\p{Script=Han}) (?=\p{Script=Han}(?: |$))/gu, '').replace(/(?<= \p{Script=Han}) (?=\p{Script=Han}$)/u, '');
  return text.replace(new RegExp(`^(第${NUMERAL}[编章节])\\s*(?=\\S)`), '$1 ').replace(/&/g, '&amp;').replace(/</g, '&lt;');
}

const paragraph = (html: string, role?: string) => `<p${role ? ` class="${role}"` : ''}>${html}</p>`;
const withoutStrong = (html: string) => html.replace(/<\/?strong>/g, '');

/** 第×条 is set strong, as the portal's long documents are read by it. */
function articleHtml(html: string): string {
  const bare = html.replace(/^<strong>(第[^<]*?条[^<]*?)<\/strong>/, '$1');
  return bare.replace(ARTICLE, '<strong>$1</strong>　');
}

/** Lines at the top that repeat the title or the document number, as pages made from the printed sheet do. */
function withoutLetterhead(blocks: Block[], known: readonly string[]): Block[] {
  const facts = known.map(compact).filter(Boolean);
  const title = facts[0] ?? '';
  let rest = title;
  let index = 0;
  while (index < Math.min(8, blocks.length)) {
    const block = blocks[index]!;
    if (block.kind !== 'line') break;
    const text = compact(block.text);
    if (rest && rest.startsWith(text)) rest = rest.slice(text.length);
    else if (!facts.includes(text)) break;
    index += 1;
  }
  // A title found only in part is running text that happens to begin like it.
  return rest === '' || rest === title ? blocks.slice(index) : blocks;
}

const isSignature = (block: Block): block is Line =>
  block.kind === 'line' && block.text.length <= SIGNATURE_LENGTH && (block.align === 'right' || DATE_LINE.test(block.text)) && !headingLevel(block);

const isNumbered = ({ text }: Line) => [ARTICLE, FIRST_LEVEL, SECOND_LEVEL].some((pattern) => pattern.test(text));

/** 主送机关: bodies, or in an answer the persons written to, at the top and ended by a colon. */
function isAddressee(line: Line, position: number): boolean {
  const { text, align } = line;
  if (position >= 4 || align === 'centre' || text.length > 200 || isNumbered(line)) return false;
  return (ADDRESSEE.test(text) && !SENTENCE.test(text)) || (position < 2 && /^[^，。；]{2,20}[：:]$/.test(text));
}

/**
 * Turns lines into the semantic structure of an official document: headings by their numbering (GB/T 9704: 一、 then
 * （一） then 1.), addressee, signature with its date, notes.
 *
 * @param known Title first, then the document number: repeated at the top they are left out, the page shows them.
 */
export function buildStructure(blocks: Block[], known: readonly string[] = []): string {
  const rest = withoutLetterhead(blocks, known);
  const out: string[] = [];
  for (let index = 0; index < rest.length; index += 1) {
    const block = rest[index]!;
    if (block.kind !== 'line') {
      out.push(block.html);
      continue;
    }
    if (isAddressee(block, index)) out.push(paragraph(block.html, 'addressee'));
    else if (isSignature(block)) {
      const end = rest.findIndex((other, position) => position > index && !isSignature(other));
      const lines = rest.slice(index, end < 0 ? undefined : end) as Line[];
      out.push(paragraph(lines.map(({ html }) => withoutStrong(html)).join('<br />'), 'signature'));
      index += lines.length - 1;
    } else out.push(lineHtml(block, rest[index + 1]));
  }
  return out.join('\n');
}

function lineHtml(line: Line, next: Block | undefined): string {
  const level = headingLevel(line, next);
  if (level) return `<h${level}>${headingText(line)}</h${level}>`;
  if (PUBLIC_NOTE.test(line.text)) return paragraph(withoutStrong(line.html), 'note');
  if (ARTICLE.test(line.text)) return paragraph(articleHtml(line.html));
  return paragraph(line.html, line.align === 'centre' && line.text.length <= HEADING_LENGTH ? 'centre' : undefined);
}
