import type { AnyNode, Element } from 'domhandler';

const BOLD_STYLE = /font-weight:\s*(bold|[6-9]00)/i;
/** Faces that official documents set headings in: 黑体 for 一、, 楷体 for （一）. */
const HEADING_FACE = /(黑体|simhei|楷体|kaiti)/i;
const LINK = /^(https?:\/\/|mailto:|tel:|\/(?!\/))/i;

const isElement = (node: AnyNode): node is Element => node.type === 'tag';
const escape = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
const quote = (text: string) => `"${escape(text).replace(/"/g, '&quot;')}"`;

/** A picture that is in the media library; others cannot be shown. */
export const isPicture = (node: AnyNode): boolean => isElement(node) && node.name === 'img' && (node.attribs.src ?? '').startsWith('media:');

function isBold(element: Element): boolean {
  return element.name === 'b' || element.name === 'strong' || BOLD_STYLE.test(element.attribs.style ?? '');
}

function hasHeadingFace(element: Element): boolean {
  return HEADING_FACE.test(`${element.attribs.style ?? ''} ${element.attribs.face ?? ''}`);
}

/** Runs of text with the emphasis they carry. */
function* runs(nodes: AnyNode[], bold = false, face = false): Generator<{ node: AnyNode; bold: boolean; face: boolean }> {
  for (const node of nodes) {
    if (node.type === 'text') yield { node, bold, face };
    else if (isElement(node)) yield* runs(node.children, bold || isBold(node), face || hasHeadingFace(node));
  }
}

/** Whether every visible character of a line is bold or in a heading face. */
export function isMarked(nodes: AnyNode[], owner?: Element): boolean {
  let seen = false;
  for (const run of runs(nodes, owner ? isBold(owner) : false, owner ? hasHeadingFace(owner) : false)) {
    if (!('data' in run.node) || !/[^\s\u00a0\u3000]/.test(run.node.data)) continue;
    if (!run.bold && !run.face) return false;
    seen = true;
  }
  return seen;
}

/** Spaces that only spread the text go; one between words of Latin script stays. */
function tidySpaces(html: string): string {
  return html
    .replace(/[\s\u00a0\u3000\u200b]+/g, ' ')
    .replace(/^(<[^/][^>]*>)* /, (match) => match.trimEnd())
    .trim();
}

function render(nodes: AnyNode[], bold: boolean): string {
  let html = '';
  for (const node of nodes) {
    if (node.type === 'text') html += escape((node as unknown as { data: string }).data);
    else if (isElement(node)) html += renderElement(node, bold);
  }
  return html;
}

function renderElement(element: Element, bold: boolean): string {
  if (isPicture(element)) return `<img src=${quote(element.attribs.src!)} alt=${quote(element.attribs.alt ?? '')}>`;
  const becomesBold = !bold && (isBold(element) || hasHeadingFace(element));
  const inner = render(element.children, bold || becomesBold);
  if (!inner.trim()) return inner ? ' ' : '';
  const href = element.attribs.href?.trim() ?? '';
  if (element.name === 'a' && LINK.test(href)) return `<a href=${quote(href)}>${inner}</a>`;
  if (element.name === 'sup' || element.name === 'sub') return `<${element.name}>${inner}</${element.name}>`;
  return becomesBold ? `<strong>${inner}</strong>` : inner;
}

/** Inline HTML of the vocabulary: bold, links, super- and subscript. Neighbouring bold runs become one. */
export function inlineHtml(nodes: AnyNode[]): string {
  return tidySpaces(render(nodes, false).replace(/<\/strong>(\s*)<strong>/g, '$1'));
}
