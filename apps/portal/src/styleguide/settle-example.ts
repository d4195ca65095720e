import render from 'dom-serializer';
import { Element, type ChildNode } from 'domhandler';
import { parseDocument } from 'htmlparser2';

interface Settling {
  /** Id of the example, which every id in it begins with. */
  id: string;
  /** What the example shows; tells its landmarks from those of others. */
  title: string;
  /** Address of the drawing that stands for every picture. */
  picture: string;
}

/** Attributes that name ids. */
const REFERENCES = ['for', 'aria-labelledby', 'aria-describedby', 'aria-controls', 'headers'];
const LANDMARKS = ['nav', 'aside', 'search'];
const LANDMARK_ROLES = ['search', 'region', 'navigation', 'complementary'];

/**
 * Makes the markup of an example fit to stand among many: its ids and landmarks are its own, its links lead to itself,
 * its forms go nowhere, a drawing stands for every picture, and the panel of 无障碍 is only its looks.
 */
export function settleExample(html: string, settling: Settling): string {
  const document = parseDocument(html, { lowerCaseAttributeNames: false, lowerCaseTags: false });
  for (const child of [...document.children]) visit(child, settling);
  return render(document, { encodeEntities: 'utf8', selfClosingTags: false });
}

function visit(node: ChildNode, settling: Settling): void {
  if (!(node instanceof Element)) return;
  for (const child of [...node.children]) visit(child, settling);
  const { name, attribs } = node;
  const own = (id: string) => `${settling.id}-${id}`;
  if (attribs.id) attribs.id = own(attribs.id);
  // What one mode alone has is shown in both.
  if (attribs.class) attribs.class = attribs.class.replace(/\bonly-elderly\b\s*/, '');
  for (const attribute of REFERENCES)
    if (attribs[attribute]) attribs[attribute] = attribs[attribute].split(/\s+/).map(own).join(' ');
  if (name === 'a') settleLink(attribs, settling);
  if (name === 'gov-panel') {
    node.name = 'div';
    delete attribs.hidden;
  }
  // Its script would press what is usual.
  if (attribs['data-value'] === '' && attribs['aria-pressed']) attribs['aria-pressed'] = 'true';
  if (name === 'form') for (const attribute of ['action', 'method']) delete attribs[attribute];
  // Radio buttons of two examples are not one choice.
  if (name === 'input' && attribs.type === 'radio') attribs.name = own(attribs.name ?? '');
  if (name === 'source' || name === 'track') return remove(node);
  if (name === 'img') Object.assign(attribs, { src: settling.picture, loading: 'lazy' });
  if (name === 'video') delete attribs.src;
  settleLandmark(node, settling);
}

function settleLink(attribs: Record<string, string>, { id }: Settling): void {
  const { href = '' } = attribs;
  if (/^(?:tel|mailto):/.test(href)) return;
  attribs.href = `#${id}`;
  delete attribs.download;
  delete attribs['data-to'];
}

function settleLandmark({ name, attribs }: Element, { title }: Settling): void {
  if (!LANDMARKS.includes(name) && !LANDMARK_ROLES.includes(attribs.role ?? '')) return;
  if (attribs['aria-labelledby']) return;
  attribs['aria-label'] = attribs['aria-label'] ? `${attribs['aria-label']}（${title}）` : title;
}

function remove(node: Element): void {
  const siblings = node.parent!.children;
  siblings.splice(siblings.indexOf(node), 1);
}
