import type { Check, Example } from './check.ts';
import type { CheckedDocument, Slot, WrittenText } from './document.ts';
import type { Remark } from './finding.ts';
import { attributeOf, type Tag } from './text/rich-text.ts';

/** Words that say nothing of what can be seen: names of files, and that it is a picture. */
const EMPTY_WORDS = /^(图片?|照片|配图|插图|封面|image|img|picture|photo|未命名|无标题|截图)?[-_ \d（）()]*$|\.(jpe?g|png|gif|webp|bmp)$|^(img|dsc|微信图片|wx|screenshot)[-_]?\d/i;
const CLAUSE = 'GB/T 37668—2019 6.1.1；WCAG 2.2 1.1.1';

/** Pictures say in words what they show, for people who do not see them. */
export const picturesCheck: Check = {
  id: 'pictures',
  title: '图片替代文字',
  heaviest: 'confirm',
  find: (document) => [...document.texts.flatMap(inBodies), ...inFields(document)],
};

const inBodies = (text: WrittenText): Remark[] =>
  text.tags
    .filter(({ name, isEnd }) => name === 'img' && !isEnd)
    .flatMap((tag, index) => judge(text, tag, index));

function judge(text: WrittenText, tag: Tag, index: number): Remark[] {
  const alt = attributeOf(tag, 'alt')?.trim() ?? '';
  if (alt !== '' && !EMPTY_WORDS.test(alt)) return [];
  return [
    {
      level: 'confirm',
      field: text.field,
      message: alt === '' ? `“${text.label}”的第 ${index + 1} 张图片没有替代文字。` : `“${text.label}”的第 ${index + 1} 张图片的替代文字“${alt}”没有说画面里有什么。`,
      remedy: '点中图片，用“图片文字”写上；只起装饰作用、不说明任何事情的，打勾确认。',
      clause: CLAUSE,
      quote: attributeOf(tag, 'src') ?? `第 ${index + 1} 张图片`,
    },
  ];
}

interface File {
  name?: string;
  mime?: string;
  alternativeText?: string | null;
}

/** Covers, portraits and banners: the fields that take pictures only. */
const inFields = ({ slots }: CheckedDocument): Remark[] => slots.filter(isPicture).flatMap(({ field, label, value }) => filesOf(value).filter(isSilent).map((file) => silent(field, label, file)));

const isPicture = ({ attribute: { type, allowedTypes } }: Slot) => type === 'media' && allowedTypes?.length === 1 && allowedTypes[0] === 'images';
const filesOf = (value: unknown): File[] => (Array.isArray(value) ? value : value ? [value] : []) as File[];
/** A fresh upload is given its own name as alternative by Strapi. */
const isSilent = ({ name, alternativeText }: File) => !alternativeText?.trim() || alternativeText === name || EMPTY_WORDS.test(alternativeText.trim());

const silent = (field: string, label: string, { name = '' }: File): Remark => ({
  level: 'confirm',
  field,
  message: `“${label}”的图片“${name}”没有替代文字。`,
  remedy: '点图片上的铅笔，写上画面里有什么；只起装饰作用的，打勾确认。',
  clause: CLAUSE,
  quote: name,
});

export const examples: readonly Example[] = [
  {
    says: 'pictures without words, or with the name of a file for words',
    values: {
      body: '<p>字</p><figure><img src="media:a1" alt="" /></figure><p><img src="media:b2" alt="IMG_2034.jpg" /><img src="media:c3" alt="图片1" /></p>',
      cover: { name: 'a.jpg', alternativeText: 'a.jpg' },
    },
    finds: ['confirm media:a1', 'confirm media:b2', 'confirm media:c3', 'confirm a.jpg'],
  },
  {
    says: 'pictures that say what they show',
    values: { body: '<p><img src="media:a1" alt="夜里亮着灯的河堤步道" /></p>', cover: { name: 'a.jpg', alternativeText: '老人在社区食堂打饭' } },
    finds: [],
  },
];
