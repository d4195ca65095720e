import type { Check, Example } from './check.ts';
import type { WrittenText } from './document.ts';
import type { Remark } from './finding.ts';
import { remarkOn } from './text/in-text.ts';

const SAYS_NOTHING = /^(请?点击?(这里|此处|进入|查看|打开|下载)?|这里|此处|查看|详情|查看详情|详见|链接|更多|进入|下载|网址|here|click here|more)$/i;

/** Words of links say where they lead: screen readers list the links of a page by themselves. */
export const linkWordsCheck: Check = {
  id: 'link-words',
  title: '链接文字',
  heaviest: 'hint',
  find: ({ texts }) => texts.flatMap((text) => linksOf(text).flatMap(([start, end]) => judge(text, start, end))),
};

/** Where the words of each link stand. */
function linksOf({ tags }: WrittenText): [number, number][] {
  return tags.flatMap((tag, at) => {
    if (tag.name !== 'a' || tag.isEnd) return [];
    const end = tags.slice(at).find(({ name, isEnd }) => name === 'a' && isEnd);
    return end ? [[tag.text, end.text] as [number, number]] : [];
  });
}

function judge(text: WrittenText, start: number, end: number): Remark[] {
  const words = text.text.slice(start, end).trim();
  if (!SAYS_NOTHING.test(words) && !/^https?:\/\/\S{40,}$/.test(words)) return [];
  return [
    remarkOn(text, [start, end], {
      level: 'hint',
      message: `链接文字“${words.slice(0, 40)}”没有说通向哪里。`,
      remedy: '用对方的标题作链接文字。',
      clause: 'WCAG 2.2 2.4.4',
    }),
  ];
}

export const examples: readonly Example[] = [
  {
    says: 'links that say nothing',
    values: { body: '<p>请<a href="/a/">点击这里</a>，<a href="entry:article/a1">详情</a></p>' },
    finds: ['hint 点击这里', 'hint 详情'],
  },
  { says: 'links with the title of what they lead to', values: { body: '<p>见<a href="/a/">公租房申请</a></p>' }, finds: [] },
];
