import sanitizeHtml from 'sanitize-html';

/** Roles a paragraph may have: 主送机关, 落款, 居中, 说明. */
const PARAGRAPH_ROLES = ['addressee', 'signature', 'centre', 'note'];

/** An address that may stand in a document: ours by identity, a path from the root, or the three outside kinds. */
const LINK = /^(entry:[a-z-]+\/[a-z0-9]+|\/(?!\/)[^\s"<>]*|https?:\/\/[^\s"<>]+|mailto:[^\s"<>]+|tel:[+\d-]+|#)$/i;
const MEDIA = /^media:[a-z0-9]+$/;
const SPAN = /^([1-9]|[1-9]\d)$/;

/** Old names of what the vocabulary has. */
const RENAMED = { b: 'strong', i: 'em', h1: 'h2', h5: 'h4', h6: 'h4', dd: 'p', dt: 'p' };

const keepSpans = (attribs: sanitizeHtml.Attributes) =>
  Object.fromEntries(
    ['colspan', 'rowspan'].flatMap((name) => {
      const value = attribs[name] ?? '';
      return SPAN.test(value) && value !== '1' ? [[name, value]] : [];
    }),
  );

const options: sanitizeHtml.IOptions = {
  allowedTags: [
    ...['p', 'h2', 'h3', 'h4', 'ul', 'ol', 'li', 'blockquote', 'strong', 'em', 'sub', 'sup', 'br', 'hr', 'a', 'img'],
    ...['figure', 'figcaption', 'table', 'caption', 'thead', 'tbody', 'tr', 'th', 'td'],
  ],
  allowedAttributes: {
    p: ['class'],
    a: ['href'],
    img: ['src', 'alt'],
    th: ['scope', 'colspan', 'rowspan'],
    td: ['colspan', 'rowspan'],
  },
  allowedClasses: { p: PARAGRAPH_ROLES },
  // Addresses are checked below, by one rule for every kind.
  allowedSchemes: ['http', 'https', 'mailto', 'tel', 'entry', 'media'],
  allowProtocolRelative: false,
  nonTextTags: ['style', 'script', 'textarea', 'option', 'noscript', 'title', 'head', 'xml'],
  transformTags: {
    ...RENAMED,
    // One role a paragraph: a second class would be a second meaning.
    p: (tagName, { class: given = '' }) => {
      const role = given.split(/\s+/).find((name) => PARAGRAPH_ROLES.includes(name));
      return { tagName, attribs: role ? { class: role } : ({} as sanitizeHtml.Attributes) };
    },
    a: (_tagName, { href = '' }) =>
      LINK.test(href.trim()) && href.trim() !== '#'
        ? { tagName: 'a', attribs: { href: href.trim() } }
        : { tagName: 'span', attribs: {} as sanitizeHtml.Attributes },
    th: (tagName, attribs) => ({
      tagName,
      attribs: { scope: attribs.scope === 'row' ? 'row' : 'col', ...keepSpans(attribs) },
    }),
    td: (tagName, attribs) => ({ tagName, attribs: keepSpans(attribs) }),
    img: (tagName, { src = '', alt = '' }) => ({ tagName, attribs: { src, alt } }),
  },
  exclusiveFilter: ({ tag, attribs, text, mediaChildren }) => {
    if (tag === 'img') return !MEDIA.test(attribs.src ?? '');
    if (tag === 'a' || tag === 'strong' || tag === 'em') return text.length === 0 && mediaChildren.length === 0;
    return false;
  },
};

/** A block of nothing but spaces and breaks, as word processors leave between paragraphs. */
const EMPTY_BLOCK = /<(p|h2|h3|h4|li|blockquote)(?: class="[a-z]+")?>(?:\s|\u3000|&nbsp;|\u00a0|<br \/>)*<\/\1>/g;
/** Spaces typed to indent a paragraph; the portal's style sheet indents. */
const INDENT = /(<(?:p|h2|h3|h4|li)(?: class="[a-z]+")?>)[\s\u3000\u00a0]+/g;

function dropEmptyBlocks(html: string): string {
  const next = html.replace(EMPTY_BLOCK, '');
  // Taking a list item out may leave something empty around it.
  return next === html ? html : dropEmptyBlocks(next);
}

function cleanOnce(html: string): string {
  return dropEmptyBlocks(sanitizeHtml(html, options)).replace(INDENT, '$1').trim();
}

/**
 * Reduces HTML to the one vocabulary rich text is stored in. Whatever is not of it is unwrapped (its words stay) or,
 * for scripts and styles, removed. Cleaning twice changes nothing: unwrapping may leave a nesting that reads
 * differently the next time, so it is repeated until it holds.
 */
export function sanitiseRichText(html: string): string {
  const clean = cleanOnce(html);
  return clean === html ? html : sanitiseRichText(clean);
}
