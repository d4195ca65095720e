import type { EntryOf, Interpretation } from '../src/index.ts';
import { exampleFile, refTo } from './site.ts';

type Facts = Partial<Interpretation> & Pick<Interpretation, 'title' | 'form' | 'body' | 'publishedOn' | 'documents'>;

const interpretation = (id: string, publicId: string, facts: Facts): EntryOf<'interpretation'> => ({
  type: 'interpretation',
  documentId: `interpretation-${id}`,
  locale: 'zh-Hans',
  version: `interpretation-${id}-1`,
  data: {
    column: refTo('column', 'column-interpretations'),
    agency: refTo('agency', 'agency-housing'),
    video: [],
    audiences: [],
    attachments: [],
    path: `/gongkai/jiedu/${facts.publishedOn!.slice(0, 7).replace('-', '')}/${publicId}/`,
    ...facts,
  },
});

const lift = [refTo('policy-document', 'policy-lift')];

/** `interpretation-picture` has every field filled. */
export const exampleInterpretations: EntryOf<'interpretation'>[] = [
  interpretation('picture', 'c9k5j7h3', {
    title: '一图看懂加装电梯：谁出钱、补多少、怎么分摊',
    form: 'picture',
    documents: lift,
    summary: '一台电梯大约 60 万元，政府补 20 万元，其余由二楼以上住户按系数分摊。',
    body: '<p>加装一台电梯大约要 60 万元。政府补助 20 万元，剩下的 40 万元由各户商量分摊。</p><h2>一楼出不出钱</h2><p>参考系数里一楼是 0，不用出钱。楼层越高，出得越多。</p><h2>补助什么时候到账</h2><p>验收合格、办好使用登记以后，30 日内一次拨付。</p>',
    cover: exampleFile('lift-cover', '加装电梯图解.svg', {
      mime: 'image/svg+xml',
      width: 960,
      height: 1200,
      alt: '图解：60 万元的电梯，政府补 20 万元，二到六楼按 0.3、0.8、1.2、1.5、1.8 的系数分摊',
    }),
    video: [
      exampleFile('lift-video', '三分钟讲清加装电梯.mp4', {
        mime: 'video/mp4',
        size: 18_400_000,
        caption: '三分钟讲清加装电梯',
      }),
      exampleFile('lift-captions', '三分钟讲清加装电梯.vtt', { mime: 'text/vtt', size: 4_200 }),
    ],
    source: '望川市住房和城乡建设局',
    sourceUrl: 'https://zjj.wangchuan.example/lift.html',
    author: '加梯中心',
    editor: '林夏',
    audiences: ['citizen'],
    attachments: [exampleFile('lift-poster', '加装电梯图解（可打印）.pdf', { size: 860_000 })],
    disclosure: {
      category: '20-01',
      indexNumber: '990000002/2026-00077',
      summary: '加装电梯管理办法图解',
      madeOn: '2026-11-10',
      openness: 'proactive',
      opennessReason: '政策解读，依法主动公开',
    },
    publishedOn: '2026-11-12',
    changeNotes: [{ on: '2026-11-15', note: '图解第四页补上申请材料。' }],
    firstPublishedAt: '2026-11-12T01:05:00.000Z',
  }),
  interpretation('questions', 'f6d2s8a4', {
    title: '一楼住户不同意怎么办？加装电梯 9 个问题',
    form: 'questions',
    documents: lift,
    body: '<h2>一楼不同意，还能装吗</h2><p>可以。参加表决的面积和人数都达到四分之三同意就行，但要先协商，公示 10 日。</p><h2>采光受影响怎么补偿</h2><p>由业主自己商量，谈不拢的，社区在 15 个工作日内组织协商。</p>',
    publishedOn: '2026-11-12',
    firstPublishedAt: '2026-11-12T01:06:00.000Z',
  }),
  interpretation('nursery', 'l4p8o2i6', {
    title: '新旧对比：普惠托位每月补助从 200 元提到 400 元',
    form: 'text',
    documents: [refTo('policy-document', 'policy-nursery')],
    body: '<p>新措施把补助标准提高了一倍，并把社区用房免租期延长到三年。</p>',
    publishedOn: '2026-10-30',
    firstPublishedAt: '2026-10-30T02:10:00.000Z',
  }),
];
