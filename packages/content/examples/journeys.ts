import type { EntryOf, Journey } from '../src/index.ts';
import { exampleFile, refTo } from './site.ts';

const base = {
  column: refTo('column', 'column-journeys'),
  questions: [],
  audiences: [],
  services: [],
  related: [],
  attachments: [],
} satisfies Partial<Journey>;

/** `journey-settle` has every field filled. */
export const exampleJourneys: EntryOf<'journey'>[] = [
  {
    type: 'journey',
    documentId: 'journey-settle',
    locale: 'zh-Hans',
    version: 'journey-settle-1',
    data: {
      ...base,
      title: '到望川安家了',
      officialTitle: '新市民安居一件事',
      aliases: '外地人落脚、租房办居住证',
      agency: refTo('agency', 'agency-police'),
      summary: '从租下房子到拿到居住证、提出公积金，四步办完，最多跑一趟。',
      shortcut: '<p>租房合同已经网签的，<a href="entry:service-item/service-residence">居住证</a>和公积金可以一次申请，材料不用重复交。</p>',
      shortcutUrl: 'https://fuwu.wangchuan.gov.cn/settle',
      steps: [
        {
          title: '租好房子，做居住登记',
          joint: 'then',
          cost: '不收费',
          duration: '10 分钟',
          place: '住处所在的社区，或者手机上',
          detail: '<p>搬进来三天内，带上身份证和租房合同，到社区登记。住满半年才能办居住证，日子从登记这天算起。</p>',
        },
        {
          title: '住满半年，办居住证',
          joint: 'then',
          cost: '首次不收费',
          duration: '8 个工作日',
          place: '任意派出所窗口',
          detail: '<p>准备好住处证明，<a href="entry:service-item/service-residence">申领居住证</a>。首次要采集指纹，跑一趟。</p>',
        },
        {
          title: '提公积金付房租',
          joint: 'and',
          detail: '<p>不用等居住证，连续缴满三个月就能在网上提，每人每月 2,000 元。</p>',
        },
        {
          title: '单位有宿舍的，办集体户登记',
          joint: 'or',
          place: '单位所在地派出所',
          detail: '<p>由单位统一登记，本人不用跑。</p>',
        },
        {
          title: '孩子跟着来的，看入学安排',
          joint: 'then',
          duration: '每年 6 月集中登记',
          detail: '<p>有居住证的，孩子在住处附近入学，和本地孩子一样。</p>',
        },
      ],
      takeAlong: '<ul><li>身份证原件</li><li>租房合同，或者房东开的居住证明</li><li>银行卡一张</li></ul>',
      questions: [{ question: '换了房子要重新算半年吗？', answer: '不用。换地址后三天内变更登记，前面的日子照样算。' }],
      audiences: ['citizen'],
      services: [refTo('service-item', 'service-fund'), refTo('service-item', 'service-residence')],
      related: [refTo('journey', 'journey-rent')],
      cover: exampleFile('journey-cover', '拎着箱子的一家人.webp', { mime: 'image/webp', alt: '一家三口拎着箱子走进老街的院门。', caption: '搬进柳浦巷的一家', width: 1200, height: 675 }),
      attachments: [exampleFile('journey-list', '安家清单.pdf', { size: 64_000 })],
      editor: '林夏',
      path: '/fuwu/yijianshi/202610/aj4k7m2p/',
      publishedOn: '2026-10-20',
      changeNotes: [{ on: '2026-11-16', note: '第三步增加网上办理入口。' }],
      firstPublishedAt: '2026-10-20T01:00:00.000Z',
    },
  },
  {
    type: 'journey',
    documentId: 'journey-rent',
    locale: 'zh-Hans',
    version: 'journey-rent-1',
    data: {
      ...base,
      title: '要租房子了',
      agency: refTo('agency', 'agency-housing'),
      summary: '签合同、做备案、提公积金，三步都能在手机上办。',
      steps: [
        { title: '签合同', joint: 'then', detail: '<p>用市里的示范文本，写清押金怎么退。</p>' },
        {
          title: '提公积金付房租',
          joint: 'then',
          detail: '<p>合同备案以后，<a href="entry:service-item/service-fund">提取公积金</a>，当天到账。</p>',
        },
      ],
      audiences: ['citizen'],
      path: '/fuwu/yijianshi/202609/rz8q3w5t/',
      publishedOn: '2026-09-15',
      firstPublishedAt: '2026-09-15T01:00:00.000Z',
    },
  },
];
