import type { Check, Example } from './check.ts';
import type { CheckedDocument, WrittenText } from './document.ts';
import type { Remark } from './finding.ts';
import { attributeOf } from './text/rich-text.ts';

/** What is known of a document a link names. */
export type TargetState =
  | { kind: 'published' }
  /** Its first publication is due at this instant, ISO 8601. */
  | { kind: 'scheduled'; at: string }
  | { kind: 'draft' }
  | { kind: 'withdrawn' }
  | { kind: 'missing' };

/** What an address outside answered last; `unknown` while nobody has asked. */
export type LinkAnswer =
  | { kind: 'ok' }
  /** It says itself that there is nothing: 404, 410, no such host. */
  | { kind: 'gone'; reason: string }
  /** No answer, or one that may pass. */
  | { kind: 'trouble'; reason: string }
  /** Leads into a private network, where visitors cannot follow. */
  | { kind: 'private' }
  | { kind: 'unknown' };

export interface LinkFacts {
  /** By reference: `entry:article/abc`. */
  targets: ReadonlyMap<string, TargetState & { title?: string }>;
  answers: ReadonlyMap<string, LinkAnswer>;
  /** When this document goes live itself, ISO 8601, if that is settled. */
  publishesAt?: string | undefined;
}

/** A link of a document, with where its words stand in the text. */
export interface Link {
  field: string;
  label: string;
  href: string;
  words: string;
  span?: { start: number; end: number };
}

/** Every link of a document: those of its texts, and the fields that hold an address. */
export function listLinks({ texts }: CheckedDocument): Link[] {
  return texts.flatMap((text) => (text.isRich ? inText(text) : /url$/i.test(text.field) ? [inField(text)] : []));
}

function inText({ field, label, tags, text }: WrittenText): Link[] {
  return tags.flatMap((tag, at) => {
    const href = tag.name === 'a' && !tag.isEnd ? attributeOf(tag, 'href') : undefined;
    if (!href) return [];
    const end = tags.slice(at).find(({ name, isEnd }) => name === 'a' && isEnd)?.text ?? tag.text;
    return [{ field, label, href, words: text.slice(tag.text, end), span: { start: tag.text, end } }];
  });
}

const inField = ({ field, label, value }: WrittenText): Link => ({ field, label, href: value.trim(), words: label, span: { start: 0, end: value.length } });

/** Links lead somewhere: to documents that visitors can see by then, to addresses that answer. */
export const linksCheck: Check<LinkFacts> = {
  id: 'links',
  title: '链接',
  heaviest: 'block',
  looksAround: true,
  find: (document, facts) => listLinks(document).flatMap((link) => judge(link, facts)),
};

function judge(link: Link, facts: LinkFacts): Remark[] {
  const { field, href, words, span } = link;
  const place = { field, quote: href, ...(span ? { span } : {}) };
  const named = words.trim() ? `链接“${words.trim().slice(0, 30)}”` : '没有文字的链接';
  if (href.startsWith('entry:')) return judgeTarget(named, place, facts.targets.get(href), facts.publishesAt);
  if (!/^https?:/i.test(href)) return [];
  const answer = facts.answers.get(href) ?? { kind: 'unknown' };
  if (answer.kind === 'gone') return [{ ...place, level: 'confirm', message: `${named}打不开：${answer.reason}。`, remedy: '换成能打开的网址，或者去掉链接；确认它现在就能打开的，打勾。' }];
  if (answer.kind === 'trouble') return [{ ...place, level: 'hint', message: `${named}现在打不开：${answer.reason}。`, remedy: '过一会儿再看；一直打不开的，请换掉。' }];
  if (answer.kind === 'private') return [{ ...place, level: 'confirm', message: `${named}指向内部网络，访客打不开。`, remedy: '换成公开的网址。' }];
  return [];
}

type Place = Pick<Remark, 'field' | 'quote' | 'span'>;

function judgeTarget(named: string, place: Place, target: (TargetState & { title?: string }) | undefined, publishesAt: string | undefined): Remark[] {
  const state = target ?? { kind: 'missing' as const };
  const title = target?.title ? `《${target.title}》` : '内容';
  switch (state.kind) {
    case 'published':
      return [];
    case 'scheduled':
      if (publishesAt === undefined || state.at <= publishesAt) return [];
      return [{ ...place, level: 'block', message: `${named}指向的${title}比这篇晚发布。`, remedy: '把这篇排到它后面，或者去掉链接。' }];
    case 'draft':
      return [{ ...place, level: 'block', message: `${named}指向的${title}还没有发布。`, remedy: '先发布它，或者排在这篇前面发布；不发的，去掉链接。' }];
    case 'withdrawn':
      return [{ ...place, level: 'block', message: `${named}指向的${title}已经撤下。`, remedy: '去掉链接，或者换成别的内容。' }];
    default:
      return [{ ...place, level: 'block', message: `${named}指向的内容不存在了。`, remedy: '点链接重新选一篇，或者去掉链接。' }];
  }
}

const body = (href: string) => ({ body: `<p>见<a href="${href}">办事指南</a>。</p>` });
const known = (state: TargetState): LinkFacts => ({ targets: new Map([['entry:article/a1', state]]), answers: new Map(), publishesAt: '2026-11-27T01:00:00.000Z' });
const answered = (answer: LinkAnswer): LinkFacts => ({ targets: new Map(), answers: new Map([['https://a.example/', answer]]) });
export const examples: readonly Example<LinkFacts>[] = [
  { says: 'a document that is published', values: body('entry:article/a1'), facts: known({ kind: 'published' }), finds: [] },
  { says: 'a document that goes live earlier', values: body('entry:article/a1'), facts: known({ kind: 'scheduled', at: '2026-11-27T00:59:00.000Z' }), finds: [] },
  { says: 'a document that goes live later', values: body('entry:article/a1'), facts: known({ kind: 'scheduled', at: '2026-11-27T01:01:00.000Z' }), finds: ['block entry:article/a1'] },
  { says: 'a document nobody has published', values: body('entry:article/a1'), facts: known({ kind: 'draft' }), finds: ['block entry:article/a1'] },
  { says: 'a document that was taken back', values: body('entry:article/a1'), facts: known({ kind: 'withdrawn' }), finds: ['block entry:article/a1'] },
  { says: 'a document that is gone', values: body('entry:article/b2'), facts: known({ kind: 'published' }), finds: ['block entry:article/b2'] },
  { says: 'an address that answers, and one nobody has asked', values: { body: '<p><a href="https://a.example/">甲</a><a href="https://b.example/">乙</a></p>' }, facts: answered({ kind: 'ok' }), finds: [] },
  { says: 'an address that is gone', values: body('https://a.example/'), facts: answered({ kind: 'gone', reason: '对方说没有这个网页（404）' }), finds: ['confirm https://a.example/'] },
  { says: 'an address in trouble', values: body('https://a.example/'), facts: answered({ kind: 'trouble', reason: '等了 8 秒没有回应' }), finds: ['hint https://a.example/'] },
  { says: 'an address of a private network', values: body('https://a.example/'), facts: answered({ kind: 'private' }), finds: ['confirm https://a.example/'] },
];
