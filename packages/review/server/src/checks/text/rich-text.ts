/** Tags after which a reader begins a new line. */
const BLOCK = /^(p|h[1-6]|ul|ol|li|blockquote|figure|figcaption|table|caption|thead|tbody|tr|t[hd]|br|hr)$/;
const TOKEN = /<(\/?)([a-z][a-z0-9]*)((?:"[^"]*"|'[^']*'|[^">])*)>|&(#?\w+);|<!--[\s\S]*?-->/gi;
const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0' };

/** The words of a text, and where each of its characters stands in the source. */
export interface MappedText {
  text: string;
  /** Begin and end in the source, for each character; a line break that only tags make has no length. */
  starts: readonly number[];
  ends: readonly number[];
}

/** A tag of a text, where it stands. `text` is how many characters of the words come before it. */
export interface Tag {
  name: string;
  isEnd: boolean;
  attributes: string;
  text: number;
}

const decode = (name: string): string => {
  if (!name.startsWith('#')) return ENTITIES[name] ?? `&${name};`;
  const code = /^#x/i.test(name) ? parseInt(name.slice(2), 16) : Number(name.slice(1));
  return code > 0 && code < 0x110000 ? String.fromCodePoint(code) : '';
};

/** Reads clean HTML of the one vocabulary: its words, each block on a line of its own, and its tags. */
export function readRichText(html: string): MappedText & { tags: Tag[] } {
  const starts: number[] = [];
  const ends: number[] = [];
  const tags: Tag[] = [];
  let text = '';
  const add = (words: string, start: number, end: number, isOne = false) => {
    for (let at = 0; at < words.length; at += 1) {
      starts.push(isOne ? start : start + at);
      ends.push(isOne ? end : start + at + 1);
    }
    text += words;
  };
  let from = 0;
  for (const match of html.matchAll(TOKEN)) {
    add(html.slice(from, match.index), from, match.index);
    from = match.index + match[0].length;
    const [, slash, name, attributes, entity] = match;
    if (entity) add(decode(entity), match.index, from, true);
    if (!name) continue;
    const tag = name.toLowerCase();
    if (BLOCK.test(tag) && text !== '' && !text.endsWith('\n')) add('\n', match.index, match.index, true);
    tags.push({ name: tag, isEnd: slash === '/', attributes: attributes ?? '', text: text.length });
  }
  add(html.slice(from), from, html.length);
  return { text, starts, ends, tags };
}

/** The value of an attribute of a tag, or nothing. */
export function attributeOf({ attributes }: Tag, name: string): string | undefined {
  const found = new RegExp(`(?:^|\\s)${name}\\s*=\\s*"([^"]*)"`, 'i').exec(attributes);
  return found?.[1]?.replace(/&(#?\w+);/g, (_whole, entity: string) => decode(entity));
}

/** A text that is no HTML: every character stands for itself. */
export function readPlainText(value: string): MappedText {
  const starts = Array.from({ length: value.length }, (_none, at) => at);
  return { text: value, starts, ends: starts.map((start) => start + 1) };
}
