import type { Check, Example } from './check.ts';
import type { WrittenText } from './document.ts';
import type { Remark } from './finding.ts';
import { remarkOn } from './text/in-text.ts';

/** A leader of the government as published, in the order of the list of leaders. */
export interface Official {
  name: string;
  /** Posts, parted by 、 : 市委副书记、市长. */
  position: string;
}

const OFFICES = '书记|副书记|市长|副市长|区长|副区长|县长|副县长|秘书长|副秘书长|主任|副主任|局长|副局长|主席|副主席';
const BEFORE = new RegExp(`(?:${OFFICES})$`);
const AFTER = /^(?:同志|表示|指出|强调|主持|出席|带队|调研|讲话|要求|介绍|代表|率队|听取|参加|宣布|致辞|签发|会见|看望)/;
const CLAUSE = '以“领导”栏目发布的姓名、职务和次序为准';

/** Names, posts and order of the leaders, against those the portal itself has published. */
export const officialsCheck: Check<readonly Official[]> = {
  id: 'officials',
  title: '领导姓名和职务',
  heaviest: 'confirm',
  find: ({ texts, type }, officials) =>
    type === 'api::leader.leader' ? [] : texts.filter(({ isProse }) => isProse).flatMap((text) => [...names(text, officials), ...posts(text, officials), ...order(text, officials)]),
};

/** A name that differs from a leader's in one character, where a text speaks of somebody in office. */
function names(text: WrittenText, officials: readonly Official[]): Remark[] {
  const known = new Set(officials.map(({ name }) => name));
  return officials.flatMap(({ name }) =>
    [...near(text.text, name)].flatMap((at) => {
      const words = text.text.slice(at, at + name.length);
      if (known.has(words) || !speaksOfOffice(text.text, at, name.length)) return [];
      return [
        remarkOn(text, [at, at + name.length], {
          level: 'confirm',
          message: `“${words}”和领导“${name}”只差一个字。`,
          remedy: '核对是不是写错了姓名。',
          clause: CLAUSE,
          fix: name,
        }),
      ];
    }),
  );
}

/** Where a text has the family name and all but one of the other characters. */
function* near(text: string, name: string): Generator<number> {
  if (name.length < 3) return;
  for (let at = text.indexOf(name[0]!); at !== -1; at = text.indexOf(name[0]!, at + 1)) {
    const words = text.slice(at, at + name.length);
    if (words.length < name.length || !/^\p{Script=Han}+$/u.test(words)) continue;
    const wrong = [...name].filter((letter, index) => letter !== words[index]).length;
    if (wrong === 1) yield at;
  }
}

const speaksOfOffice = (text: string, at: number, length: number) =>
  BEFORE.test(text.slice(Math.max(0, at - 4), at)) || AFTER.test(text.slice(at + length, at + length + 3));

/** The post right before a name is one the leader holds. */
function posts(text: WrittenText, officials: readonly Official[]): Remark[] {
  return officials.flatMap(({ name, position }) => {
    const found: Remark[] = [];
    for (let at = text.text.indexOf(name); at !== -1; at = text.text.indexOf(name, at + name.length)) {
      const post = new RegExp(`(?:原|时任)?\\p{Script=Han}{0,6}?(${OFFICES})$`, 'u').exec(text.text.slice(Math.max(0, at - 12), at));
      if (!post || /原|时任|曾任|前任/.test(text.text.slice(Math.max(0, at - 12), at)) || holds(position, post[1]!)) continue;
      found.push(
        remarkOn(text, [at - post[1]!.length, at + name.length], {
          level: 'confirm',
          message: `“${name}”的职务是“${position}”，这里写的是“${post[1]}”。`,
          remedy: '核对职务；说的是从前的事，打勾确认。',
          clause: CLAUSE,
        }),
      );
    }
    return found;
  });
}

/** 市长 is not held by a 副市长. */
const holds = (position: string, post: string) =>
  position.split(/[、，,；\s]/).some((held) => held.endsWith(post) && (post.startsWith('副') || !held.endsWith(`副${post}`)));

/** Leaders named in a row stand in their order. */
function order(text: WrittenText, officials: readonly Official[]): Remark[] {
  if (officials.length < 2) return [];
  const name = officials.map((official) => official.name).join('|');
  const row = new RegExp(`(?:${name})(?:(?:、|和|，)(?:${name}))+`, 'g');
  const rank = new Map(officials.map((official, index) => [official.name, index]));
  return [...text.text.matchAll(row)].flatMap(({ 0: words, index }) => {
    const named = words.split(/、|和|，/);
    const right = [...named].sort((a, b) => rank.get(a)! - rank.get(b)!);
    if (named.join() === right.join()) return [];
    return [
      remarkOn(text, [index, index + words.length], {
        level: 'confirm',
        message: `“${words}”不是领导名单里的次序。`,
        remedy: `按名单是“${right.join('、')}”。`,
        clause: CLAUSE,
        fix: right.join('、'),
      }),
    ];
  });
}

const facts: readonly Official[] = [
  { name: '何志远', position: '市委副书记、市长' },
  { name: '沈怀秋', position: '市委常委、常务副市长' },
  { name: '陆明', position: '副市长、市公安局局长' },
];
export const examples: readonly Example<readonly Official[]>[] = [
  {
    says: 'a name with one character wrong',
    values: { body: '<p>市长何志原主持会议，沈怀秋出席；沈淮秋同志讲话。</p>' },
    facts,
    finds: ['confirm 何志原', 'confirm 沈淮秋'],
    fixed: '市长何志远主持会议，沈怀秋出席；沈怀秋同志讲话。',
  },
  { says: 'a post that is another’s', values: { body: '<p>市长沈怀秋调研，副市长何志远陪同。</p>' }, facts, finds: ['confirm 副市长何志远', 'confirm 市长沈怀秋'] },
  { says: 'names out of their order', values: { body: '<p>沈怀秋、何志远、陆明参加。</p>' }, facts, finds: ['confirm 沈怀秋、何志远、陆明'], fixed: '何志远、沈怀秋、陆明参加。' },
  {
    says: 'names, posts and order as they are, former posts, and other people',
    values: { body: '<p>市委副书记、市长何志远，常务副市长沈怀秋、副市长陆明参加。时任副市长何志远。居民何志平说。何志远、陆明陪同。</p>' },
    facts,
    finds: [],
  },
  { says: 'the page of a leader', type: 'api::leader.leader', values: { body: '<p>副市长何志远</p>' }, facts, finds: [] },
];
