import { MODE_MARKER } from '@mingchuang/content';
import { Parser } from 'htmlparser2';

export interface LinkFact {
  href: string;
  text: string;
  inFooter: boolean;
}
export interface ImageFact {
  src: string;
  /** `undefined` when the attribute is missing; empty for a decoration. */
  alt: string | undefined;
  inFooter: boolean;
}

/** What the indicators want to know of a page, gathered in one pass: no tree is built of ten thousand pages. */
export interface PageFacts {
  lang: string | undefined;
  modeMarkers: number;
  /** `<meta name content>` by name, in order. */
  metas: Map<string, string[]>;
  /** Texts of the first-level headings. */
  headings: string[];
  links: LinkFact[];
  images: ImageFact[];
  /** Addresses of scripts and of linked styles and icons. */
  resources: string[];
  /** Each thing the site's policy refuses to run or to show, as it stands in the source. */
  inline: string[];
  footerText: string;
}

/** Links that name an address for machines and load nothing. */
const NOT_LOADED = /\b(canonical|alternate|license|author|me)\b/;
/** Scripts of these types are data and never run. */
const DATA_SCRIPT = /^(application\/(ld\+)?json|speculationrules|importmap)$/;
const HANDLER = /^on[a-z]+$/;

/** Reads a page. Broken HTML is read as a browser would read it, never refused. */
export function readPage(html: string): PageFacts {
  const facts: PageFacts = {
    lang: undefined,
    modeMarkers: html.split(MODE_MARKER).length - 1,
    metas: new Map(),
    headings: [],
    links: [],
    images: [],
    resources: [],
    inline: [],
    footerText: '',
  };
  const reader = createReader(facts);
  const parser = new Parser(reader, { decodeEntities: true });
  parser.write(html);
  parser.end();
  facts.headings = facts.headings.map(tidy);
  for (const link of facts.links) link.text = tidy(link.text);
  facts.footerText = tidy(facts.footerText);
  return facts;
}

type Attributes = Record<string, string>;

function createReader(facts: PageFacts) {
  let headings = 0;
  let footers = 0;
  const openLinks: LinkFact[] = [];

  const open: Record<string, (attributes: Attributes) => void> = {
    html: ({ lang }) => (facts.lang ??= lang),
    meta: ({ name, content }) => {
      if (name) facts.metas.set(name, [...(facts.metas.get(name) ?? []), content ?? '']);
    },
    h1: () => {
      headings++;
      facts.headings.push('');
    },
    footer: () => void footers++,
    a: ({ href }) => {
      const link = { href: href ?? '', text: '', inFooter: footers > 0 };
      openLinks.push(link);
      if (href !== undefined) facts.links.push(link);
    },
    img: ({ src = '', alt }) => {
      facts.images.push({ src, alt, inFooter: footers > 0 });
      for (const link of openLinks) link.text += ` ${alt ?? ''}`;
    },
    source: ({ src, srcset = '' }) => {
      if (src !== undefined) facts.resources.push(src);
      for (const candidate of srcset.split(',')) if (candidate.trim()) facts.resources.push(candidate.trim().split(/\s+/)[0]!);
    },
    link: ({ rel = '', href }) => {
      if (href !== undefined && !NOT_LOADED.test(rel)) facts.resources.push(href);
    },
    script: ({ src, type = '' }) => {
      if (src !== undefined) facts.resources.push(src);
      else if (!DATA_SCRIPT.test(type)) facts.inline.push('<script>');
    },
    style: () => void facts.inline.push('<style>'),
  };
  const close: Record<string, () => void> = {
    h1: () => (headings = Math.max(0, headings - 1)),
    footer: () => (footers = Math.max(0, footers - 1)),
    a: () => void openLinks.pop(),
  };

  return {
    onopentag(name: string, attributes: Attributes) {
      open[name]?.(attributes);
      for (const attribute in attributes) {
        if (attribute === 'style' || (attribute.startsWith('on') && HANDLER.test(attribute))) facts.inline.push(`<${name} ${attribute}>`);
        else if ((attribute === 'href' || attribute === 'action') && /^\s*javascript:/i.test(attributes[attribute]!)) facts.inline.push(`<${name} ${attribute}="javascript:">`);
      }
    },
    ontext(text: string) {
      if (headings > 0) facts.headings[facts.headings.length - 1] += text;
      if (footers > 0) facts.footerText += text;
      for (const link of openLinks) link.text += text;
    },
    onclosetag: (name: string) => close[name]?.(),
  };
}

function tidy(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
